import { encodingOf, latentOf, type MemberView } from './detector.ts'
import { squaredMahalanobis } from './gaussians.ts'
import { onceAView } from './onceAView.ts'

const averaged = new WeakMap<MemberView[], Float64Array>()

/** D_k^2 of one member, images x classes; computed once for a view, so do not write into them. */
export const distancesOf = onceAView((view) => squaredMahalanobis(latentOf(view).gaussians, encodingOf(view, 'means')))

/**
 * D_mk^2 by member: squared Mahalanobis distances of the images to the class Gaussians, images x classes. They are
 * computed once for a view, whichever detectors ask; do not write into them.
 */
export const classDistances = (views: MemberView[]): Float64Array[] => views.map(distancesOf)

/** The least of each row of images x classes. */
export function leastOfRows(values: Float64Array, classes: number): Float64Array {
  const least = new Float64Array(values.length / classes)
  for (let i = 0; i < least.length; i++) {
    least[i] = values[i * classes]
    for (let k = 1; k < classes; k++) least[i] = Math.min(least[i], values[i * classes + k])
  }
  return least
}

/** log( mean_m exp(x_m) ) at each place of arrays of one length, without leaving the log domain. */
export function logMeanExp(members: Float64Array[]): Float64Array {
  const means = new Float64Array(members[0].length)
  for (let i = 0; i < means.length; i++) means[i] = logMeanExpAt(members, i)
  return means
}

function logMeanExpAt(members: Float64Array[], i: number): number {
  let largest = -Infinity
  for (const member of members) largest = Math.max(largest, member[i])
  if (largest === -Infinity) return -Infinity
  let sum = 0
  for (const member of members) sum += Math.exp(member[i] - largest)
  return largest + Math.log(sum / members.length)
}

/**
 * log( mean_m exp(-D_mk^2 / 2) ): each class's confidence averaged over the members, images x classes. It is computed
 * once for a list of views, whoever asks; do not write into it.
 */
export function meanConfidences(views: MemberView[]): Float64Array {
  const known = averaged.get(views)
  if (known) return known
  const means = logMeanExp(classDistances(views).map((distances) => distances.map((d) => -d / 2)))
  averaged.set(views, means)
  return means
}
