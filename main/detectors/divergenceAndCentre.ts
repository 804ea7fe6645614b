import { closeness } from './centre.ts'
import { distancesOf, leastOfRows } from './classDistances.ts'
import { type Detector, type MemberView, meanOverMembers } from './detector.ts'
import { inliersOf, standardise, type Standard, standardOf } from './standard.ts'

/** By member, the scale of each part on validation inliers. */
interface CombinedFit { divergence: Standard[]; centre: Standard[] }

/** log(1 + min_k D_k^2) of a member: grows with the distance, but lets no single far image dwarf the rest. */
export function logDistance(view: MemberView): Float64Array {
  return leastOfRows(distancesOf(view), view.classes).map((least) => Math.log1p(least))
}

/** Far from every class and near to the centre at once: the two parts find different strangers. */
export const divergenceAndCentre: Detector<CombinedFit> = {
  description: {
    id: 'divergence-and-centre',
    name: 'Divergence and centre',
    sentence: 'Far from every class and near to the empty centre, each measured against the usual spread of the known images.',
    formula: 'mean_m [ std( log(1 + min_k D_mk^2) ) + std( -||m_m|| / r ) ]',
    source: 'Lacuna; standardised on validation inliers',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 2,
  },
  encodings: ['means'],
  fit({ views }, images) {
    const rows = inliersOf(images)
    return {
      divergence: views.map((view) => standardOf(logDistance(view), rows)),
      centre: views.map((view) => standardOf(closeness(view), rows)),
    }
  },
  score({ views }, fit) {
    return meanOverMembers(views, (view, m) => {
      const near = standardise(closeness(view), fit.centre[m])
      return standardise(logDistance(view), fit.divergence[m]).map((value, i) => value + near[i])
    })
  },
}
