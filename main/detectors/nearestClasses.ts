import { meanConfidences } from './classDistances.ts'
import { logMeanSoftmax } from './classifier/ensembleSoftmax.ts'
import type { MemberView } from './detector.ts'
import { placesOfLargest } from './rows.ts'

/**
 * The nearest known class of each image: that of the largest confidence averaged over the members, which is
 * `latentDivergenceByClass`'s where they have a latent space and the softmax's where they are classifiers. -1 where
 * the members know but one class for all.
 */
export function nearestClasses(views: MemberView[]): Int16Array {
  const [{ classes, latent }] = views
  return placesOfLargest(latent ? meanConfidences(views) : logMeanSoftmax(views), classes)
}
