import { classDistances, logMeanExp } from './classDistances.ts'
import { encodingOf, type MemberView } from './detector.ts'
import { meanSoftmax } from './softmax.ts'

/**
 * The nearest known class of each image: that of the largest confidence averaged over the members, which is
 * `latentDivergenceByClass`'s where they have a latent space and the softmax's where they are classifiers. -1 where
 * the members know but one class for all.
 */
export function nearestClasses(views: MemberView[]): Int16Array {
  const [{ classes, latent }] = views
  if (!latent) return largestOfRows(meanSoftmax(views.map((view) => encodingOf(view, 'logits')), classes), classes)
  return largestOfRows(logMeanExp(classDistances(views).map((distances) => distances.map((d) => -d / 2))), classes)
}

function largestOfRows(values: Float64Array, classes: number): Int16Array {
  return Int16Array.from({ length: values.length / classes }, (_, i) => {
    const row = values.subarray(i * classes, (i + 1) * classes)
    return row.indexOf(row.reduce((a, b) => Math.max(a, b)))
  })
}
