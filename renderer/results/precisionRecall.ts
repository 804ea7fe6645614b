import type { ThresholdCurve } from './curvePoints.ts'
import { above } from './scoresByRole.ts'
import type { CountedScores } from './truth.ts'

/**
 * The precision-recall curve, the anomaly being the positive class: one point a distinct score, from the highest
 * threshold that flags anything to the one that flags all. Null where there are no anomalies or no normals.
 */
export function precisionRecallCurve({ normals, anomalies }: CountedScores): ThresholdCurve | null {
  if (normals.length === 0 || anomalies.length === 0) return null
  const curve: ThresholdCurve = { points: [], thresholds: [] }
  let [i, j] = [normals.length, anomalies.length]
  while (i > 0 || j > 0) {
    const score = Math.max(normals[i - 1] ?? -Infinity, anomalies[j - 1] ?? -Infinity)
    while (i > 0 && normals[i - 1] === score) i--
    while (j > 0 && anomalies[j - 1] === score) j--
    const [flagged, hits] = [normals.length - i + anomalies.length - j, anomalies.length - j]
    curve.points.push([hits / anomalies.length, hits / flagged])
    curve.thresholds.push(Math.max(normals[i - 1] ?? -Infinity, anomalies[j - 1] ?? -Infinity))
  }
  return curve
}

/** Recall and precision at a threshold; where nothing is flagged, precision is taken as 1. */
export function precisionRecallAt({ normals, anomalies }: CountedScores, threshold: number): [number, number] {
  const [hits, alarms] = [above(anomalies, threshold), above(normals, threshold)]
  return [hits / anomalies.length, hits + alarms === 0 ? 1 : hits / (hits + alarms)]
}
