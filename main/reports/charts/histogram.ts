/** Counts in equal bins. What lies beyond `from` or `to` is counted in the first or last bin. */
export interface Histogram {
  from: number
  to: number
  bins: number
  counts: number[]
}

/**
 * The span that a histogram of long-tailed scores shows: from the smallest score to the 99.5th percentile,
 * stretched to hold the threshold.
 */
export function histogramSpan(scores: Float32Array, threshold: number): [number, number] {
  const sorted = scores.filter(Number.isFinite).sort()
  if (sorted.length === 0) return [threshold - 1, threshold + 1]
  const low = Math.min(sorted[0], threshold)
  const high = Math.max(sorted[Math.ceil(0.995 * (sorted.length - 1))], threshold)
  return high > low ? [low, high + (high - low) * 0.02] : [low - 0.5, low + 0.5]
}

/** Counts scores in `bins` equal bins between `from` and `to`. */
export function histogram(scores: Iterable<number>, [from, to]: [number, number], bins: number): Histogram {
  const counts = Array.from({ length: bins }, () => 0)
  for (const score of scores) {
    if (!Number.isNaN(score))
      counts[Math.min(bins - 1, Math.max(0, Math.floor(((score - from) / (to - from)) * bins)))]++
  }
  return { from, to, bins, counts }
}
