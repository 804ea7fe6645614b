import { distancesOf, leastOfRows } from '../../detectors/classDistances.ts'
import { encodingOf, type MemberView } from '../../detectors/detector.ts'
import { logSoftmax } from '../../detectors/softmax.ts'
import { quantileThreshold } from '../../metrics/quantileThreshold.ts'

/**
 * How far a member puts images from each class, images x classes: in sigma, sqrt(D_k^2), by its class Gaussians; by a
 * classifier's softmax in surprise, -ln p_k.
 */
export function memberDistances(view: MemberView): Float64Array {
  if (view.latent) return distancesOf(view).map(Math.sqrt)
  // Not minus zero, where it is sure.
  return logSoftmax(encodingOf(view, 'logits'), view.classes).map((log) => Math.max(0, -log))
}

/**
 * The distance to the nearest class beyond which a member takes an image for unlike any class: that which no more than a
 * share of its known validation images exceed. With few of them it is their largest.
 * @param inliers a member's view of these images
 */
export function unlikeThreshold(inliers: MemberView, rate: number): number {
  return quantileThreshold(leastOfRows(memberDistances(inliers), inliers.classes), rate).threshold
}
