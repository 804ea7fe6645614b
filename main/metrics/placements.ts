import { separate } from './scoreTable.ts'

/**
 * DeLong's structural components (DeLong, DeLong and Clarke-Pearson 1988): where each image lies among those
 * of the other kind.
 */
export interface Placements {
  /** For each anomaly, the share of normals that score lower, ties counting half. */
  anomalies: Float64Array
  /** For each normal, the share of anomalies that score higher, ties counting half. */
  normals: Float64Array
}

/**
 * The placements of all images in O(n log n): they are the differences of midranks of Sun and Xu (2014),
 * found by looking each score up in the sorted scores of the other kind. Throws as `tableOf` does.
 */
export function placementsOf(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): Placements {
  const { anomalies, normals } = separate(scores, isAnomaly)
  const [risingAnomalies, risingNormals] = [anomalies.toSorted(), normals.toSorted()]
  return {
    anomalies: anomalies.map((score) => shareBelow(risingNormals, score)),
    normals: normals.map((score) => 1 - shareBelow(risingAnomalies, score)),
  }
}

function shareBelow(rising: Float64Array, score: number): number {
  const below = countBefore(rising, (other) => other < score)
  const upTo = rising[below] === score ? countBefore(rising, (other) => other <= score) : below
  return (below + upTo) / 2 / rising.length
}

/** How many of the first elements meet a condition that holds up to some place and no further. */
function countBefore(rising: Float64Array, condition: (value: number) => boolean): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (condition(rising[middle])) low = middle + 1
    else high = middle
  }
  return low
}
