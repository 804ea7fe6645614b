import { type ScoreTable, tableOf } from './scoreTable.ts'

/**
 * The area under the ROC curve: the probability that an anomaly scores higher than a normal, ties counting
 * half (Mann and Whitney's U by midranks, divided by the number of pairs). O(n log n).
 *
 * @param scores n anomaly scores. @param isAnomaly n marks.
 * @throws RangeError where a score is NaN, the lengths differ, or there is no anomaly or no normal.
 */
export function auroc(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  return aurocOf(tableOf(scores, isAnomaly))
}

/** The AUROC of counted scores. */
export function aurocOf({ anomalies, normals, anomalyCount, normalCount }: ScoreTable): number {
  let above = 0
  let pairs = 0
  for (let group = 0; group < anomalies.length; group++) {
    pairs += normals[group] * (above + anomalies[group] / 2)
    above += anomalies[group]
  }
  return pairs / anomalyCount / normalCount
}

/**
 * The standardised partial AUROC up to a false positive rate, as scikit-learn's `roc_auc_score(max_fpr=...)`:
 * 0.5 for scores that say nothing, 1 for perfect ones (McClish 1989: (1 + (A - r^2/2) / (r - r^2/2)) / 2, A
 * the area up to r).
 *
 * @param maxFalsePositiveRate r, above 0 and at most 1.
 */
export function partialAuroc(
  scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>, maxFalsePositiveRate: number,
): number {
  return partialAurocOf(tableOf(scores, isAnomaly), maxFalsePositiveRate)
}

/** The standardised partial AUROC of counted scores. */
export function partialAurocOf(table: ScoreTable, maxFalsePositiveRate: number): number {
  const rate = maxFalsePositiveRate
  if (!(rate > 0 && rate <= 1)) {
    throw new RangeError(`A partial AUROC ends at a false positive rate within 0 and 1, not at ${rate}.`)
  }
  const least = rate ** 2 / 2
  return (1 + (areaUpTo(table, rate) - least) / (rate - least)) / 2
}

/**
 * The area under the ROC curve from 0 to a false positive rate, the curve's last piece cut where the rate
 * ends.
 */
function areaUpTo({ anomalies, normals, anomalyCount, normalCount }: ScoreTable, rate: number): number {
  const end = rate * normalCount
  let flaggedNormals = 0
  let flaggedAnomalies = 0
  let area = 0
  for (let group = 0; group < anomalies.length && flaggedNormals < end; group++) {
    const width = Math.min(normals[group], end - flaggedNormals)
    const height = normals[group] > 0 ? (anomalies[group] * width) / normals[group] : anomalies[group]
    area += width * (flaggedAnomalies + height / 2)
    flaggedNormals += width
    flaggedAnomalies += height
  }
  return area / anomalyCount / normalCount
}
