import { encodingOf, latentOf, type MemberView } from './detector.ts'
import { squaredMahalanobis } from './gaussians.ts'

const computed = new WeakMap<MemberView, Float64Array>()

/**
 * D_mk^2 by member: squared Mahalanobis distances of the images to the class Gaussians, images x classes. They are
 * computed once for a view, whichever detectors ask; do not write into them.
 */
export function classDistances(views: MemberView[]): Float64Array[] {
  return views.map((view) => {
    const distances = computed.get(view) ?? squaredMahalanobis(latentOf(view).gaussians, encodingOf(view, 'means'))
    computed.set(view, distances)
    return distances
  })
}

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
  return members[0].map((_, i) => {
    let largest = -Infinity
    for (const member of members) largest = Math.max(largest, member[i])
    if (largest === -Infinity) return -Infinity
    let sum = 0
    for (const member of members) sum += Math.exp(member[i] - largest)
    return largest + Math.log(sum / members.length)
  })
}
