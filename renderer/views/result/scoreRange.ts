import type { Span } from '../../results/histogram.ts'

/** The first and last bin between two places, given as shares of the width. */
export function binsBetween(a: number, b: number, bins: number): [number, number] {
  const bin = (share: number) => Math.min(bins - 1, Math.floor(share * bins))
  return [bin(Math.min(a, b)), bin(Math.max(a, b))]
}

/**
 * The scores in some bins: from the first up to, but not including, the end. The outer bins hold all that
 * lies beyond.
 */
export function rangeOfBins(
  [first, last]: [number, number],
  { from, to }: Span,
  bins: number,
): [number, number] {
  const edge = (i: number) => Number((from + ((to - from) * i) / bins).toPrecision(6))
  return [first === 0 ? -Infinity : edge(first), last === bins - 1 ? Infinity : edge(last + 1)]
}
