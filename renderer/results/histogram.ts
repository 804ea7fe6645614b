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
 * stretched to hold the threshold.
 */
export function histogramSpan(groups: Float32Array[], threshold: number): Span {
  const all = Float32Array.from(groups.flatMap((group) => [...group]))
    .filter(Number.isFinite)
    .sort()
  if (all.length === 0) return { from: threshold - 1, to: threshold + 1 }
  const from = Math.min(all[0], threshold)
  const to = Math.max(all[Math.ceil(0.995 * (all.length - 1))], threshold)
  return to > from ? { from, to: to + (to - from) * 0.02 } : { from: from - 0.5, to: from + 0.5 }
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
