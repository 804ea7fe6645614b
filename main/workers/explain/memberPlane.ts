import type { LatentMap } from '../../contract/explanations.ts'
import type { LatentSpace } from '../../detectors/detector.ts'
import type { ClassGaussians } from '../../detectors/gaussians.ts'
import { eigenDecomposition } from '../../linear/eigen.ts'

type Place = [number, number]

/** Two directions in a member's latent space, and what is at their origin. */
export interface PlaneOfMember { origin: Float64Array; axes: [Float64Array, Float64Array]; shares: Place }

/**
 * The plane in which a member is looked at: the latent space itself where it has two dimensions, else the two directions
 * in which its training images vary most. Their covariance follows from the class Gaussians,
 * sum_k n_k (S_k + (m_k - m)(m_k - m)') / n. Each direction is turned so that its largest entry is positive.
 */
export function planeOf({ dimension, gaussians }: LatentSpace): PlaneOfMember {
  const origin = dimension === 2 ? new Float64Array(2) : meanOf(gaussians)
  const total = covarianceOf(gaussians, meanOf(gaussians))
  const variance = total.reduce((sum, value, i) => (i % (dimension + 1) === 0 ? sum + value : sum), 0)
  if (dimension === 2) {
    return { origin, axes: [Float64Array.of(1, 0), Float64Array.of(0, 1)], shares: [total[0] / variance, total[3] / variance] }
  }
  const { values, vectors } = eigenDecomposition(total, dimension)
  return { origin, axes: [turned(vectors[0]), turned(vectors[1])], shares: [values[0] / variance, values[1] / variance] }
}

/** Where a point of the latent space lies in the plane. */
export function placeOn({ origin, axes }: PlaneOfMember, point: ArrayLike<number>): Place {
  const along = (axis: Float64Array) => axis.reduce((sum, entry, i) => sum + entry * (point[i] - origin[i]), 0)
  return [along(axes[0]), along(axes[1])]
}

/** A member's latent space in its plane. */
export function latentMap(index: number, space: LatentSpace, plane: PlaneOfMember): LatentMap {
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

function turned(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, entry) => (Math.abs(entry) > Math.abs(best) ? entry : best), 0)
  return largest < 0 ? axis.map((entry) => -entry) : axis
}
