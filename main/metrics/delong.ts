import { type Interval, tailOf } from './interval.ts'
import { normalTail } from './normal.ts'
import { normalQuantile } from './normalQuantile.ts'
import { type Placements, placementsOf } from './placements.ts'

/** What is smaller comes from rounding: one pair of images in 10^12 weighs more. */
const ROUNDING = 1e-14

/** An AUROC with DeLong's standard error and a normal interval. */
export interface DelongInterval extends Interval {
  standardError: number
  /** True where the variance is 0 (perfect separation, or all tied): the interval then says nothing. */
  degenerate: boolean
}

/** What DeLong's test says of two detectors on the same images. */
export interface DelongComparison extends Interval {
  /** The AUROCs of the first and the second; the estimate is the first less the second. */
  aurocs: [number, number]
  standardError: number
  z: number
  /** Two-sided; 1 where the two are equal. */
  p: number
  /** True where the difference has no variance: z and p then say nothing. */
  degenerate: boolean
}

export interface IntervalOptions {
  /** 0.95 where left out. */
  confidence?: number
  /** The scale on which the interval is symmetric; logit (the default) keeps it within 0 and 1. */
  scale?: 'logit' | 'plain'
}

/**
 * The AUROC with its standard error after DeLong and a confidence interval. It takes images as independent:
 * for classes and seeds that were drawn, see `hierarchicalBootstrap`.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks.
 * @throws RangeError as `tableOf`, and where there are fewer than two anomalies or two normals.
 */
export function delongInterval(
  scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>,
  { confidence = 0.95, scale = 'logit' }: IntervalOptions = {},
): DelongInterval {
  const placements = checkedPlacements(scores, isAnomaly)
  const estimate = mean(placements.anomalies)
  const standardError = Math.sqrt(variance(placements.anomalies, placements.normals))
  const reach = -normalQuantile(tailOf(confidence)) * standardError
  const degenerate = standardError < ROUNDING
  const [lower, upper] = scale === 'plain' || degenerate
    ? [Math.max(0, estimate - reach), Math.min(1, estimate + reach)]
    : logitInterval(estimate, reach)
  return { estimate, lower, upper, standardError, degenerate }
}

/** logit(A) plus and minus the reach divided by the slope A (1-A), back on the scale of A. */
function logitInterval(estimate: number, reach: number): [number, number] {
  const logit = Math.log(estimate / (1 - estimate))
  const stretched = reach / (estimate * (1 - estimate))
  return [1 / (1 + Math.exp(stretched - logit)), 1 / (1 + Math.exp(-stretched - logit))]
}

/**
 * DeLong's test of whether two detectors have the same AUROC, both having scored the same images.
 *
 * @param first n scores of one detector. @param second n scores of the other, on the same images.
 * @throws RangeError as `delongInterval`.
 */
export function delongTest(
  first: ArrayLike<number>, second: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>,
  confidence = 0.95,
): DelongComparison {
  const [a, b] = [checkedPlacements(first, isAnomaly), checkedPlacements(second, isAnomaly)]
  const aurocs: [number, number] = [mean(a.anomalies), mean(b.anomalies)]
  const estimate = aurocs[0] - aurocs[1]
  const [anomalies, normals] = [subtract(a.anomalies, b.anomalies), subtract(a.normals, b.normals)]
  const standardError = Math.sqrt(variance(anomalies, normals))
  const z = Math.abs(estimate) < ROUNDING ? 0 : estimate / standardError
  const reach = -normalQuantile(tailOf(confidence)) * standardError
  return {
    estimate, lower: estimate - reach, upper: estimate + reach, aurocs, standardError, z,
    p: 2 * normalTail(Math.abs(z)), degenerate: standardError < ROUNDING,
  }
}

function checkedPlacements(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): Placements {
  const placements = placementsOf(scores, isAnomaly)
  const [anomalies, normals] = [placements.anomalies.length, placements.normals.length]
  if (anomalies >= 2 && normals >= 2) return placements
  throw new RangeError(`DeLong's error needs two anomalies and two normals, not ${anomalies} and ${normals}.`)
}

/**
 * The variance of a mean over anomalies plus that of one over normals. Of the differences of two detectors'
 * placements it is the variance of the difference of their AUROCs, covariance included.
 */
function variance(anomalies: Float64Array, normals: Float64Array): number {
  return sampleVariance(anomalies) / anomalies.length + sampleVariance(normals) / normals.length
}

function sampleVariance(values: Float64Array): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i])
}
