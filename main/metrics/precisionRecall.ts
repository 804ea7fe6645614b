import { inverted, type ScoreTable, tableOf } from './scoreTable.ts'

/**
 * The area under the precision-recall curve with the anomalies as the positive class, as average precision:
 * the sum over distinct scores of precision times the growth of recall, which is scikit-learn's
 * `average_precision_score`. Scores that say nothing give the share of anomalies.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks. @throws RangeError as `tableOf`.
 */
export function auprOut(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  return auprOutOf(tableOf(scores, isAnomaly))
}

/** The same with the normals as the positive class and the scores' signs changed. */
export function auprIn(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  return auprInOf(tableOf(scores, isAnomaly))
}

/** AUPR-out of counted scores. */
export function auprOutOf({ anomalies, normals, anomalyCount }: ScoreTable): number {
  let flaggedAnomalies = 0
  let flagged = 0
  let sum = 0
  for (let group = 0; group < anomalies.length; group++) {
    flaggedAnomalies += anomalies[group]
    flagged += anomalies[group] + normals[group]
    if (anomalies[group] > 0) sum += (anomalies[group] * flaggedAnomalies) / flagged
  }
  return sum / anomalyCount
}

/** AUPR-in of counted scores. */
export function auprInOf(table: ScoreTable): number {
  return auprOutOf(inverted(table))
}
