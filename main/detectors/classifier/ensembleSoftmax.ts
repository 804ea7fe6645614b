import { logMeanExp } from '../classDistances.ts'
import { encodingOf, type MemberView } from '../detector.ts'
import { logSoftmax, logSumExp } from '../softmax.ts'
import { overRows } from '../rows.ts'

/**
 * log mean_m p_mk, images x classes: the logarithms of a deep ensemble's class probabilities, which are the members'
 * averaged (Lakshminarayanan et al. 2017).
 */
export function logMeanSoftmax(views: MemberView[]): Float64Array {
  return logMeanExp(views.map((view) => logSoftmax(encodingOf(view, 'logits'), view.classes)))
}

/**
 * log(1 - max_k p_k) of a row of log p, as the log of the sum of all other classes: 1 - p would be 0 for every image
 * that the classifier is sure of.
 */
export function logOfTheRest(logProbabilities: Float64Array): number {
  const top = topOf(logProbabilities)
  return logSumExp(logProbabilities.filter((_, k) => k !== top))
}

/**
 * The logarithm of a row's entropy, log sum_k p_k (-log p_k), of log p. -log of the largest p is taken from the rest,
 * since the p itself is rounded to 1 where the classifier is sure.
 */
export function logEntropy(logProbabilities: Float64Array): number {
  const top = topOf(logProbabilities)
  return logSumExp(logProbabilities.map((log, k) =>
    log + (k === top ? logSurpriseAt(logOfTheRest(logProbabilities)) : Math.log(-log))))
}

/** log( -log(1 - e^x) ); where e^x is below the rounding of 1, that is x. */
const logSurpriseAt = (x: number): number => x < -40 ? x : Math.log(-Math.log1p(-Math.exp(x)))

function topOf(row: Float64Array): number {
  let top = 0
  for (let k = 1; k < row.length; k++) if (row[k] > row[top]) top = k
  return top
}

/** One number of each image's row of the ensemble's log p. */
export function overImages(views: MemberView[], of: (logProbabilities: Float64Array) => number): Float64Array {
  return overRows(logMeanSoftmax(views), views[0].classes, of)
}
