import type { Metrics } from '../contract/scores.ts'
import type { FitImages } from '../detectors/detector.ts'
import { aurocOf } from '../metrics/auroc.ts'
import { delongInterval } from '../metrics/delong.ts'
import { f1MaxOf } from '../metrics/f1.ts'
import { fprAtTprOf } from '../metrics/fixedRecall.ts'
import { ANOMALY, NORMAL, UNCOUNTED } from '../metrics/judgedMarks.ts'
import { auprInOf, auprOutOf } from '../metrics/precisionRecall.ts'
import { quantileThreshold } from '../metrics/quantileThreshold.ts'
import { tableOf } from '../metrics/scoreTable.ts'
import { type Assignment, TEST } from './runImages.ts'

/** The threshold above which so many of the validation inliers lie; of the training inliers where there are none. */
export function thresholdOf(scores: Float32Array, { train, validation }: FitImages, falsePositiveRate: number): number {
  const inliers = validation.length > 0 ? validation : train
  return quantileThreshold(Float64Array.from(inliers, (position) => scores[position]), falsePositiveRate).threshold
}

/**
 * The metrics over the test images, known classes against held-out ones; null where one of the two is missing.
 * The images that a member learned from are never among them.
 */
export function measure(scores: Float32Array, assignment: Assignment): Metrics | null {
  return measureMarks(scores, marksOf(assignment))
}

/** What each image counts as by its label: only test images count, and of those the known and the held-out classes. */
export function marksOf({ knownOf, heldOut, splits }: Assignment): Int8Array {
  return Int8Array.from(splits, (split, i) => {
    if (split !== TEST) return UNCOUNTED
    if (heldOut[i] === 1) return ANOMALY
    return knownOf[i] >= 0 ? NORMAL : UNCOUNTED
  })
}

/** The metrics over the images that count; null where there is no anomaly or no normal among them. */
export function measureMarks(scores: Float32Array, counted: Int8Array): Metrics | null {
  const rows = counted.keys().filter((i) => counted[i] !== UNCOUNTED).toArray()
  return metricsOf(rows.map((row) => scores[row]), rows.map((row) => counted[row]))
}

/** All metrics of images with these scores; `marks` is 1 for an anomaly. Null where there are none of one kind. */
export function metricsOf(tested: number[], marks: number[]): Metrics | null {
  const anomalies = marks.reduce((sum, mark) => sum + mark, 0)
  const normals = tested.length - anomalies
  if (anomalies === 0 || normals === 0) return null
  const table = tableOf(tested, marks)
  return {
    normals, anomalies, auroc: aurocOf(table), aurocInterval: interval(tested, marks, Math.min(anomalies, normals)),
    auprOut: auprOutOf(table), auprIn: auprInOf(table), fpr95: fprAtTprOf(table, 0.95), f1Max: f1MaxOf(table).f1,
  }
}

/** DeLong's 95 % interval. It needs two images of each kind: with one, nothing is known, and the interval is all of 0 to 1. */
function interval(scores: number[], marks: number[], fewest: number): [number, number] {
  if (fewest < 2) return [0, 1]
  const { lower, upper } = delongInterval(scores, marks)
  return [lower, upper]
}
