import type { LatentMap } from '../../contract/explanations.ts'
import type { LatentSpace } from '../../detectors/detector.ts'
import type { ClassGaussians } from '../../detectors/gaussians.ts'
import { eigenDecomposition } from '../../linear/eigen.ts'
import { coordinatePlane, type Plane, project, turned } from '../../reports/principalComponents.ts'

type Place = [number, number]

/**
 * The plane in which a member is looked at: the latent space itself where it has two dimensions, else the two directions
 * in which its training images vary most. Their covariance follows from the class Gaussians,
 * sum_k n_k (S_k + (m_k - m)(m_k - m)') / n. Each direction is turned so that its largest entry is positive.
 */
export function planeOf({ dimension, gaussians }: LatentSpace): Plane {
  const middle = meanOf(gaussians)
  const total = covarianceOf(gaussians, middle)
  const variance = total.reduce((sum, value, i) => (i % (dimension + 1) === 0 ? sum + value : sum), 0)
  if (dimension === 2) {
    const shares: Place = [total[0] / variance, total[3] / variance]
    return { ...coordinatePlane(), shares }
  }
  const { values, vectors } = eigenDecomposition(total, dimension)
  return { centre: middle, axes: [turned(vectors[0]), turned(vectors[1])], shares: [values[0] / variance, values[1] / variance] }
}

/** Where a point of the latent space lies in the plane. */
export const placeOn = (plane: Plane, point: ArrayLike<number>): Place => project(point, 0, plane)

/** A member's latent space in its plane. */
export function latentMap(index: number, space: LatentSpace, plane: Plane): LatentMap {
  const { dimension, radius, priorMeans, gaussians: { means, covariances } } = space
  const flat = (covariance: number[]) => (a: 0 | 1, b: 0 | 1) => quadratic(covariance, plane.axes[a], plane.axes[b])
  return {
    index, dimension, radius, shares: plane.shares,
    centre: placeOn(plane, new Float64Array(dimension)),
    priors: priorMeans.map((mean) => placeOn(plane, mean)),
    classes: means.map((mean, k) => {
      const at = flat(covariances[k])
      return { mean: placeOn(plane, mean), covariance: [at(0, 0), at(0, 1), at(1, 0), at(1, 1)] }
    }),
  }
}

/** a' S b. */
function quadratic(matrix: number[], a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sum += a[i] * matrix[i * a.length + j] * b[j]
  return sum
}

function meanOf({ counts, means, dimension }: ClassGaussians): Float64Array {
  const images = counts.reduce((a, b) => a + b)
  return new Float64Array(dimension).map((_, i) => means.reduce((sum, mean, k) => sum + counts[k] * mean[i], 0) / images)
}

function covarianceOf({ counts, means, covariances, dimension: d }: ClassGaussians, middle: Float64Array): Float64Array {
  const images = counts.reduce((a, b) => a + b)
  const total = new Float64Array(d * d)
  means.forEach((mean, k) => {
    for (let at = 0; at < total.length; at++) {
      const [i, j] = [Math.floor(at / d), at % d]
      total[at] += (counts[k] / images) * (covariances[k][at] + (mean[i] - middle[i]) * (mean[j] - middle[j]))
    }
  })
  return total
}
