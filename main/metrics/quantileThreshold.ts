import { tailOf } from './interval.ts'

/** The threshold that keeps false positives at a rate. */
export interface QuantileThreshold {
  /** What scores above it is flagged. */
  threshold: number
  /** The share of the given normals that it flags, at most the rate asked for. */
  falsePositiveRate: number
  /** Where the true quantile lies; minus or plus infinity where there are too few scores to say. */
  lower: number
  upper: number
  /** How sure that is: at least the confidence asked for, unless scores are tied; 1 at most. */
  coverage: number
}

/**
 * The lowest score of the normals such that no more than a share of them lies above it, with a confidence
 * interval for the true quantile that assumes nothing of the scores' distribution: between the order
 * statistics l and u lies the quantile with probability P(l <= B < u), B binomial of n and 1 - rate (David
 * and Nagaraja 2003, section 7.1).
 *
 * @param normals scores of normals that trained nothing, for example validation inliers.
 * @param rate the share of normals that may be flagged, at least 0 and below 1.
 * @throws RangeError where there is no score, one is NaN, or so many are infinite that no threshold is
 * finite.
 */
export function quantileThreshold(
  normals: ArrayLike<number>, rate: number, confidence = 0.95,
): QuantileThreshold {
  const sorted = Float64Array.from(normals).sort()
  check(sorted, rate)
  const threshold = sorted[sorted.length - 1 - mostFlagged(sorted.length, rate)]
  if (!Number.isFinite(threshold)) {
    throw new RangeError(`So many scores of normals are infinite that no threshold flags a share of ${rate}.`)
  }
  const falsePositiveRate = sorted.filter((score) => score > threshold).length / sorted.length
  return { threshold, falsePositiveRate, ...quantileInterval(sorted, 1 - rate, confidence) }
}

function check(sorted: Float64Array, rate: number) {
  if (!(rate >= 0 && rate < 1)) {
    throw new RangeError(`A false positive rate to be held is at least 0 and below 1, not ${rate}.`)
  }
  if (sorted.length === 0) throw new RangeError('A threshold needs the score of at least one normal.')
  if (Number.isNaN(sorted.at(-1))) throw new RangeError('A normal has a score that is not a number.')
}

/** The largest m below n with m/n <= rate, without the rounding of rate times n. */
function mostFlagged(count: number, rate: number): number {
  const guess = Math.floor(rate * count)
  return (guess + 1) / count <= rate ? guess + 1 : guess
}

/** The narrowest pair of order statistics that leaves out at most half of 1 - confidence on either side. */
function quantileInterval(sorted: Float64Array, p: number, confidence: number) {
  const tail = tailOf(confidence)
  const below = binomialCdf(sorted.length, p)
  const rank = { lower: 0, upper: 0 }
  while (below[rank.lower] <= tail) rank.lower += 1
  rank.upper = rank.lower
  while (rank.upper <= sorted.length && 1 - below[rank.upper] > tail) rank.upper += 1
  const left = rank.lower > 0 ? below[rank.lower - 1] : 0
  return {
    lower: sorted[rank.lower - 1] ?? -Infinity,
    upper: sorted[rank.upper] ?? Infinity,
    coverage: below[rank.upper] - left,
  }
}

/**
 * P(B <= k) for k = 0..n, B binomial of n and p > 0: probabilities relative to the most probable k's, each
 * from its neighbour, and then divided by their sum.
 */
export function binomialCdf(n: number, p: number): Float64Array {
  const masses = new Float64Array(n + 1)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  masses[mode] = 1
  for (let k = mode; k < n; k++) masses[k + 1] = (((masses[k] * (n - k)) / (k + 1)) * p) / (1 - p)
  for (let k = mode; k > 0; k--) masses[k - 1] = (((masses[k] * k) / (n - k + 1)) * (1 - p)) / p
  for (let k = 1; k <= n; k++) masses[k] += masses[k - 1]
  return masses.map((sum) => sum / masses[n])
}
