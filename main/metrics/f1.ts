import { thresholdBelow } from './rocCurve.ts'
import { type ScoreTable, tableOf } from './scoreTable.ts'

/** The best F1 that a threshold on the scores can have, with what it is made of. */
export interface BestF1 {
  /** 2 precision recall / (precision + recall). */
  f1: number
  /** What scores above it is flagged; -Infinity where flagging all is best. */
  threshold: number
  /** The share of the flagged that are anomalies. */
  precision: number
  /** The share of the anomalies that are flagged. */
  recall: number
}

/**
 * F1-max: the largest F1 over all thresholds, the anomalies being the positive class. Of equals the highest
 * threshold, which flags least. A threshold chosen on the images it is judged by flatters.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks. @throws RangeError as `tableOf`.
 */
export function f1Max(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): BestF1 {
  return f1MaxOf(tableOf(scores, isAnomaly))
}

/** F1-max of counted scores. */
export function f1MaxOf(table: ScoreTable): BestF1 {
  let best: BestF1 = { f1: 0, threshold: thresholdBelow(table, 0), precision: 0, recall: 0 }
  let hits = 0
  let flagged = 0
  for (let group = 0; group < table.scores.length; group++) {
    hits += table.anomalies[group]
    flagged += table.anomalies[group] + table.normals[group]
    const f1 = (2 * hits) / (flagged + table.anomalyCount)
    if (f1 <= best.f1) continue
    const threshold = thresholdBelow(table, group + 1)
    best = { f1, threshold, precision: hits / flagged, recall: hits / table.anomalyCount }
  }
  return best
}
