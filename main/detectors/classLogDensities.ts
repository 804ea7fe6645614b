import { classDistances } from './classDistances.ts'
import { latentOf, type MemberView } from './detector.ts'

/**
 * log N(z; mean_mk, S_mk) = -( D_mk^2 + log |S_mk| + d log 2 pi ) / 2 by member, images x classes.
 * @param addition by member, what is added to each class's, such as the logarithm of its weight
 */
export function classLogDensities(views: MemberView[], addition?: (view: MemberView) => number[]): Float64Array[] {
  return classDistances(views).map((distances, m) => {
    const { dimension, gaussians: { logDeterminants } } = latentOf(views[m])
    const constant = dimension * Math.log(2 * Math.PI)
    const added = addition?.(views[m]) ?? logDeterminants.map(() => 0)
    const densities = new Float64Array(distances.length)
    for (let at = 0; at < densities.length;) {
      for (let k = 0; k < logDeterminants.length; k++, at++) {
        densities[at] = -(distances[at] + logDeterminants[k] + constant) / 2 + added[k]
      }
    }
    return densities
  })
}
