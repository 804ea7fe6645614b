import { classDistances, logMeanExp } from '../detectors/classDistances.ts'
import { encodingOf, type MemberView } from '../detectors/detector.ts'
import { logSumExp } from '../detectors/softmax.ts'

/** Degrees of freedom of the classes' densities. Chosen on planted noise: docs/labels.md. */
const FREEDOM = 4

/** Images that are judged by the same members: by those that never saw them, nor anything like them. */
export interface Panel { members: number[]; positions: Uint32Array }

/**
 * Who judges which of the images: the members that left their fold out, or all where no member learned from an image.
 * Images whose fold no member left out are judged by nobody.
 * @param foldOf by position, the image's fold, -1 where it has none
 * @param leftOut by member, the fold that it left out
 */
export function panelsOf(positions: Uint32Array, foldOf: Int32Array, leftOut: number[]): Panel[] {
  const folds = [-1, ...new Set(leftOut)]
  const panels = folds.map((fold) => ({
    members: [...leftOut.keys()].filter((m) => fold < 0 || leftOut[m] === fold),
    positions: positions.filter((position) => foldOf[position] === fold),
  }))
  return panels.filter(({ members, positions: some }) => members.length > 0 && some.length > 0)
}

/**
 * log P(k | x) by position, images x classes: each member's class probabilities, averaged over the members that never saw
 * the image (as a deep ensemble's, Lakshminarayanan et al. 2017). NaN where nobody judges.
 */
export function outOfFoldLogProbabilities(views: MemberView[], panels: Panel[]): Float64Array {
  const said = views.map(logPosterior)
  const { classes } = views[0]
  const merged = new Float64Array(said[0].length).fill(NaN)
  for (const { members, positions } of panels) {
    for (const position of positions) {
      const rows = members.map((m) => said[m].subarray(position * classes, (position + 1) * classes))
      merged.set(logMeanExp(rows), position * classes)
    }
  }
  return merged
}

/** log P_m(k | x) of one member, images x classes: the softmax of its evidence for each class, every class as frequent. */
function logPosterior(view: MemberView): Float64Array {
  const { classes } = view
  const evidence = logEvidence(view)
  for (let start = 0; start < evidence.length; start += classes) {
    const row = evidence.subarray(start, start + classes)
    const total = logSumExp(row)
    row.forEach((value, k) => { row[k] = value - total })
  }
  return evidence
}

/**
 * A classifier's logits; else the log-densities of Student's t with the class Gaussians' means and covariances, less what all
 * classes share: -( (n + d) log(1 + D_k^2 / n) + log |S_k| ) / 2 with n degrees of freedom. Its tails are heavy where a
 * Gaussian's are not (Lange, Little and Taylor 1989): the odds of an image that is far from every class stay near to even, and
 * the wrong labels that a Gaussian was fitted with spoil it less.
 */
function logEvidence(view: MemberView): Float64Array {
  const { latent, classes } = view
  if (!latent) return Float64Array.from(encodingOf(view, 'logits'))
  const { logDeterminants, dimension } = latent.gaussians
  const power = FREEDOM + dimension
  return classDistances([view])[0].map((squared, i) =>
    -(power * Math.log1p(squared / FREEDOM) + logDeterminants[i % classes]) / 2)
}
