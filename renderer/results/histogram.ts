/**
 * Counts in equal bins from the lowest to the highest score shown; what lies beyond counts in the first or
 * last.
 */
export interface Histogram {
  from: number
  to: number
  counts: number[]
}

export interface Span {
  from: number
  to: number
}

/**
 * The span that a histogram of long-tailed scores shows: from the lowest score to the 99.5th percentile,
 * stretched to hold the threshold. Each of the groups is rising.
 */
export function histogramSpan(groups: Float32Array[], threshold: number): Span {
  const finite = groups.map((group) => group.subarray(...finitePart(group))).filter(({ length }) => length > 0)
  if (finite.length === 0) return { from: threshold - 1, to: threshold + 1 }
  const from = Math.min(threshold, ...finite.map(([lowest]) => lowest))
  const to = Math.max(fromTop(finite, 0.005), threshold)
  return to > from ? { from, to: to + (to - from) * 0.02 } : { from: from - 0.5, to: from + 0.5 }
}

/** Where the finite numbers among rising ones begin and end. */
function finitePart(rising: Float32Array): [from: number, to: number] {
  const from = rising.findIndex(Number.isFinite)
  return from < 0 ? [0, 0] : [from, rising.findLastIndex(Number.isFinite) + 1]
}

/** What a share of all numbers lies above, without sorting the rising groups into one. */
function fromTop(groups: Float32Array[], share: number): number {
  const lefts = groups.map(({ length }) => length)
  const highest = (group: number) => groups[group][lefts[group] - 1] ?? -Infinity
  const next = () => lefts.reduce((best, _, group) => (highest(group) > highest(best) ? group : best), 0)
  const all = lefts.reduce((sum, left) => sum + left, 0)
  for (let above = Math.floor(share * (all - 1)); above > 0; above--) lefts[next()]--
  return highest(next())
}

export function histogram(scores: Float32Array, { from, to }: Span, bins: number): Histogram {
  const counts = Array.from({ length: bins }, () => 0)
  for (const score of scores) counts[binOf(score, { from, to }, bins)]++
  return { from, to, counts }
}

export function binOf(score: number, { from, to }: Span, bins: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(((score - from) / (to - from)) * bins)))
}

/** As many bins as the smallest group bears: with more, it would fall apart into single images. */
export function binsFor(groups: Float32Array[]): number {
  const sizes = groups.map(({ length }) => length).filter((size) => size > 0)
  return Math.min(60, Math.max(12, Math.round(2 * Math.sqrt(Math.min(...sizes, 900)))))
}
