/** What is said of each image's label, by position. */
export interface Judgement {
  /** log P(suggested) - log P(given): above 0 where another class is more probable than the given one. NaN: not judged. */
  scores: Float64Array
  /** The most probable of the other classes; -1: not judged. */
  suggested: Int16Array
}

/**
 * The label-issue score of an image x whose given class is y:
 *
 *   s(x) = max_{k != y} log P(k | x) - log P(y | x),
 *
 * the normalised margin of confident learning (Northcutt, Jiang and Chuang 2021, section 3.4; cleanlab's
 * `normalized_margin`) as log-odds, with its sign turned so that higher is more suspicious. In probabilities the margin of a
 * density model is 1 to all digits for most images; as log-odds it keeps its order without ties. For a class-latent VAE it
 * sets the divergence from the image's own class against that from the best other (outOfFold.ts).
 * @param logProbabilities by position, images x classes, from members that never saw the image; NaN where there are none
 * @param classOf by position, the given class, -1 where an image has none
 */
export function judgement(logProbabilities: Float64Array, classOf: Int32Array, classes: number): Judgement {
  const scores = new Float64Array(classOf.length).fill(NaN)
  const suggested = new Int16Array(classOf.length).fill(-1)
  classOf.forEach((given, position) => {
    const row = logProbabilities.subarray(position * classes, (position + 1) * classes)
    if (given < 0 || Number.isNaN(row[0])) return
    suggested[position] = bestOther(row, given)
    scores[position] = row[suggested[position]] - row[given]
  })
  return { scores, suggested }
}

function bestOther(row: Float64Array, given: number): number {
  let best = given === 0 ? 1 : 0
  row.forEach((value, k) => { if (k !== given && value > row[best]) best = k })
  return best
}
