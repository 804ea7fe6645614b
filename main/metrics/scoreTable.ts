/**
 * Anomaly scores counted by value: all that a metric of order needs. A score is higher for what is stranger,
 * and the anomaly is the positive class.
 */
export interface ScoreTable {
  /** The distinct scores, falling. */
  scores: Float64Array
  /** How many anomalies have each score. */
  anomalies: Uint32Array
  /** How many normals have each score. */
  normals: Uint32Array
  anomalyCount: number
  normalCount: number
}

/** The anomalies' scores and the normals', each rising. */
export interface SeparatedScores {
  anomalies: Float64Array
  normals: Float64Array
}

/**
 * Counts scores by value.
 *
 * @param scores n numbers; infinite ones are fine, since only their order counts.
 * @param isAnomaly n marks: 1 or true for an anomaly, 0 or false for a normal.
 * @throws RangeError where the lengths differ, a score is NaN, or there is no anomaly or no normal.
 */
export function tableOf(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): ScoreTable {
  const { anomalies, normals } = separate(scores, isAnomaly)
  return merge(anomalies.sort(), normals.sort())
}

/** The scores of the anomalies and of the normals, in the order given; throws as `tableOf` does. */
export function separate(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): SeparatedScores {
  const anomalies = new Float64Array(checkedCount(scores, isAnomaly))
  const normals = new Float64Array(scores.length - anomalies.length)
  let a = 0
  let n = 0
  for (let i = 0; i < scores.length; i++) {
    if (isAnomaly[i]) anomalies[a++] = scores[i]
    else normals[n++] = scores[i]
  }
  return { anomalies, normals }
}

/** The number of anomalies, where scores and marks make sense. */
function checkedCount(scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>): number {
  if (scores.length !== isAnomaly.length) {
    throw new RangeError(`There are ${scores.length} scores, but ${isAnomaly.length} marks of anomalies.`)
  }
  let count = 0
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(scores[i])) throw new RangeError(`Score ${i} is not a number.`)
    if (isAnomaly[i]) count += 1
  }
  if (count === 0) throw new RangeError('There is no anomaly among the scores to compare with the normals.')
  if (count === scores.length) throw new RangeError('There is no normal among the scores to compare with.')
  return count
}

/** Merges two rising lists from their ends into falling distinct scores with their counts. */
function merge(anomalies: Float64Array, normals: Float64Array): ScoreTable {
  const length = anomalies.length + normals.length
  const scores = new Float64Array(length)
  const [atAnomalies, atNormals] = [new Uint32Array(length), new Uint32Array(length)]
  let a = anomalies.length - 1
  let n = normals.length - 1
  let groups = 0
  for (; a >= 0 || n >= 0; groups++) {
    const score = n < 0 || anomalies[a] > normals[n] ? anomalies[a] : normals[n]
    scores[groups] = score
    for (; a >= 0 && anomalies[a] === score; a--) atAnomalies[groups] += 1
    for (; n >= 0 && normals[n] === score; n--) atNormals[groups] += 1
  }
  return {
    scores: scores.slice(0, groups),
    anomalies: atAnomalies.slice(0, groups),
    normals: atNormals.slice(0, groups),
    anomalyCount: anomalies.length,
    normalCount: normals.length,
  }
}

/**
 * The same images with the normals as the positive class: scores change their sign, the two classes their
 * roles.
 */
export function inverted(table: ScoreTable): ScoreTable {
  return {
    scores: table.scores.map((score) => -score).reverse(),
    anomalies: table.normals.toReversed(),
    normals: table.anomalies.toReversed(),
    anomalyCount: table.normalCount,
    normalCount: table.anomalyCount,
  }
}
