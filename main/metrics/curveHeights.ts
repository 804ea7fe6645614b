import type { ScoreTable } from './scoreTable.ts'

/**
 * The heights of the ROC curve at some false positive rates: the shares of anomalies flagged there, on the straight
 * lines between the curve's points. Where the curve rises straight up, the height is the upper end.
 *
 * @param rates rising, from 0 to 1. @param into as many numbers, which are filled.
 */
export function rocHeights(table: ScoreTable, rates: Float64Array, into: Float64Array): void {
  const { anomalies, normals, anomalyCount, normalCount } = table
  let [group, falsePositives, hits] = [0, 0, 0]
  for (let i = 0; i < rates.length; i++) {
    const wanted = rates[i] * normalCount
    while (group < normals.length && falsePositives + normals[group] <= wanted) {
      falsePositives += normals[group]
      hits += anomalies[group++]
    }
    const rest = group < normals.length ? ((wanted - falsePositives) / normals[group]) * anomalies[group] : 0
    into[i] = (hits + rest) / anomalyCount
  }
}

/**
 * The precision at some recalls: that of the highest threshold which finds at least such a share of the anomalies.
 *
 * @param recalls rising, above 0 and up to 1. @param into as many numbers, which are filled.
 */
export function precisionHeights(table: ScoreTable, recalls: Float64Array, into: Float64Array): void {
  const { anomalies, normals, anomalyCount } = table
  let [group, flagged, hits] = [0, 0, 0]
  for (let i = 0; i < recalls.length; i++) {
    while (hits / anomalyCount < recalls[i] && group < anomalies.length) {
      hits += anomalies[group]
      flagged += anomalies[group] + normals[group++]
    }
    into[i] = hits / flagged
  }
}
