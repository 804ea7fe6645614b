import { classDistances } from './classDistances.ts'
import type { Detector } from './detector.ts'
import { logSumExpOfRows } from './rows.ts'

/** c_mk = softmax_k( -D_mk^2 / 2 ): what a member gives each class of an image, images x classes. */
function confidences(distances: Float64Array, classes: number): Float64Array {
  const shares = distances.map((distance) => -distance / 2)
  const totals = logSumExpOfRows(shares, classes)
  for (let i = 0, at = 0; i < totals.length; i++) {
    for (let k = 0; k < classes; k++, at++) shares[at] = Math.exp(shares[at] - totals[i])
  }
  return shares
}

/** Adds the total variation 1/2 sum_k |a_k - b_k| of each row. */
function addVariation(sum: Float64Array, a: Float64Array, b: Float64Array): void {
  const classes = a.length / sum.length
  for (let i = 0, at = 0; i < sum.length; i++) {
    for (let k = 0; k < classes; k++, at++) sum[i] += Math.abs(a[at] - b[at]) / 2
  }
}

/**
 * Each member has the classes in its own order on the sphere, so what belongs to none of them falls between others in
 * each. Where the image is near makes no difference, only which classes: far from all of them members may well agree.
 */
export const memberDisagreement: Detector<null> = {
  description: {
    id: 'member-disagreement',
    name: 'Disagreement of the members',
    sentence: 'How differently the members spread the image over the known classes, on average over their pairs.',
    formula: 'mean_(m<n) 1/2 sum_k |c_mk - c_nk|, c_mk = softmax_k( -D_mk^2 / 2 )',
    source: 'Lacuna, after the random order of the classes in arXiv 2410.12328; total variation distance',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 2,
    fewestMembers: 2,
  },
  encodings: ['means'],
  fit: () => null,
  score({ views }) {
    const members = classDistances(views).map((distances, m) => confidences(distances, views[m].classes))
    const sum = new Float64Array(members[0].length / views[0].classes)
    members.forEach((one, m) => members.slice(m + 1).forEach((other) => addVariation(sum, one, other)))
    const pairs = members.length * (members.length - 1) / 2
    return sum.map((variation) => variation / pairs)
  },
}
