import { type ScoreTable, tableOf } from './scoreTable.ts'

/** The corners of a ROC curve, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** What scores above the threshold is flagged; the last is -Infinity, which flags all. */
  thresholds: Float64Array
  falsePositiveRates: Float64Array
  truePositiveRates: Float64Array
}

/**
 * The ROC curve. Points on the straight line between their neighbours are left out, so that a million scores
 * make a curve of as many points as it has corners; tied scores make a slanting line.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks. @throws RangeError as `tableOf`.
 */
export function rocCurve(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): RocCurve {
  return rocCurveOf(tableOf(scores, isAnomaly))
}

/** The ROC curve of counted scores. */
export function rocCurveOf(table: ScoreTable): RocCurve {
  const corners = cornersOf(table)
  const falsePositives = cumulated(table.normals)
  const truePositives = cumulated(table.anomalies)
  return {
    thresholds: Float64Array.from(corners, (flagged) => thresholdBelow(table, flagged)),
    falsePositiveRates: Float64Array.from(corners, (flagged) => falsePositives[flagged] / table.normalCount),
    truePositiveRates: Float64Array.from(corners, (flagged) => truePositives[flagged] / table.anomalyCount),
  }
}

/** The threshold that flags the given number of distinct scores: the highest score that is not flagged. */
export function thresholdBelow({ scores }: ScoreTable, flagged: number): number {
  return flagged < scores.length ? scores[flagged] : -Infinity
}

/** The numbers of distinct scores flagged at which the curve has a corner, first and last point included. */
function cornersOf({ anomalies, normals }: ScoreTable): number[] {
  const corners = [0]
  for (let group = 1; group < anomalies.length; group++) {
    const turn = anomalies[group] * normals[group - 1] - anomalies[group - 1] * normals[group]
    if (turn !== 0) corners.push(group)
  }
  return [...corners, anomalies.length]
}

function cumulated(counts: Uint32Array): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  counts.forEach((count, group) => (sums[group + 1] = sums[group] + count))
  return sums
}
