import type { MemberOpinion } from '../../contract/explanations.ts'
import { closeness } from '../../detectors/centre.ts'
import type { MemberView } from '../../detectors/detector.ts'
import { squaredPriorDistance } from '../../detectors/nearestPrior.ts'
import { placesOfLargest } from '../../detectors/rows.ts'
import type { Plane } from '../../reports/principalComponents.ts'
import { memberDistances } from './memberDistances.ts'
import { placeOn } from './memberPlane.ts'

/** What is known of a member before any image is asked for. */
export interface KnownMember { index: number; threshold: number; plane: Plane | null }

/** @param view the member's, of one image */
export function memberOpinion({ index, threshold, plane }: KnownMember, view: MemberView): MemberOpinion {
  const distances = memberDistances(view)
  const [nearest] = placesOfLargest(distances.map((distance) => -distance), view.classes)
  return {
    index, distances: [...distances], nearest, threshold, unlike: distances[nearest] > threshold,
    centre: view.latent && Math.abs(closeness(view)[0]),
    prior: view.latent && Math.sqrt(squaredPriorDistance(view)[0]),
    place: plane && placeOn(plane, view.encodings.means!),
  }
}
