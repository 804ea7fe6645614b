import { inverted, type ScoreTable, tableOf } from './scoreTable.ts'

/**
 * FPR@95TPR: the share of normals that are flagged when the threshold is as high as flagging at least 95 % of
 * the anomalies allows.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks. @throws RangeError as `tableOf`.
 */
export function fprAt95Tpr(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  return fprAtTprOf(tableOf(scores, isAnomaly), 0.95)
}

/**
 * The same with the inliers as the positive class: the share of anomalies that are accepted when at least 95
 * % of the normals are. That is how the first version of OpenOOD (Yang and others 2022) and much of the field
 * reports FPR@95; its version 1.5 takes the anomalies as positive, as `fprAt95Tpr` does.
 */
export function openOodFpr95(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  return fprAtTprOf(inverted(tableOf(scores, isAnomaly)), 0.95)
}

/**
 * The share of normals among counted scores that is flagged when at least a share of the anomalies is.
 *
 * @param recall above 0 and at most 1.
 */
export function fprAtTprOf(table: ScoreTable, recall: number): number {
  if (!(recall > 0 && recall <= 1)) {
    throw new RangeError(`The share of anomalies to be flagged must be above 0 and at most 1, not ${recall}.`)
  }
  let flaggedAnomalies = 0
  let flaggedNormals = 0
  for (let group = 0; flaggedAnomalies / table.anomalyCount < recall; group++) {
    flaggedAnomalies += table.anomalies[group]
    flaggedNormals += table.normals[group]
  }
  return flaggedNormals / table.normalCount
}
