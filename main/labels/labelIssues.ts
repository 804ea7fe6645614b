import type { Judgement } from './judgement.ts'

/**
 * Log-odds from which on another class is clearly better than the given one: e^10, 22,000 to 1. The densities of a latent
 * space are surer than they may be, and confident learning's own thresholds, which are means of probabilities, flag all that
 * is a little unclear. Chosen on planted noise: docs/labels.md.
 */
const CLEAR = 10

export const clearRule = 'another class is more than 22,000 times as probable to members that never saw the image'
export const confidentRule =
  'another class is as probable to members that never saw the image as it is on average to the images labelled with it'

/** Marks the label issues by position: where the label-issue score is above `CLEAR`. */
export const clearIssues = ({ scores }: Judgement): Uint8Array => Uint8Array.from(scores, (score) => Number(score > CLEAR))

/**
 * Marks the label issues by position as confident learning does (Northcutt, Jiang and Chuang 2021, equation 2): with t_k the
 * mean of P(k | x) over the images labelled k, an image counts as a k where P(k | x) >= t_k, as the most probable of those
 * where there are several; it is an issue where that is another class than the given one. For classifiers, whose
 * probabilities mean what they say.
 */
export function confidentIssues(logProbabilities: Float64Array, classOf: Int32Array, classes: number): Uint8Array {
  const rowOf = (position: number) => logProbabilities.subarray(position * classes, (position + 1) * classes).map(Math.exp)
  const judged = [...classOf.keys()].filter((position) => classOf[position] >= 0 && !Number.isNaN(rowOf(position)[0]))
  const thresholds = Float64Array.from({ length: classes }, (_, k) => {
    const own = judged.filter((position) => classOf[position] === k)
    return own.reduce((sum, position) => sum + rowOf(position)[k], 0) / own.length
  })
  const issues = new Uint8Array(classOf.length)
  for (const position of judged) {
    const counted = confidentClass(rowOf(position), thresholds)
    issues[position] = Number(counted >= 0 && counted !== classOf[position])
  }
  return issues
}

/** The most probable of the classes that reach their thresholds; -1 where none does. */
function confidentClass(row: Float64Array, thresholds: Float64Array): number {
  let best = -1
  row.forEach((value, k) => { if (value >= thresholds[k] && (best < 0 || value > row[best])) best = k })
  return best
}
