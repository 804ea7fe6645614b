import { dot } from '../../linear/orthonormal.ts'
import type { PrincipalComponents } from '../../linear/truncatedPca.ts'

/** The Gaussian of a probabilistic PCA (Tipping and Bishop 1999): covariance W (L - s I) W' + s I. */
export interface ProbabilisticPca {
  mean: Float32Array
  /** Principal axes W, components x width, flat. */
  axes: Float32Array
  /** Variances L along them, none below the noise. */
  variances: number[]
  /** Variance s in every other direction. */
  noise: number
}

/** No noise is below this share of the average variance of a pixel. */
const FLOOR = 1e-6

/**
 * The variance that the components leave, averaged over the directions that n images still have, min(n, width) - d, as
 * scikit-learn's PCA does (the maximum of the likelihood divides by width - d). `otherwise` where none is left.
 */
export function noiseOf(
  { variances, totalVariance }: PrincipalComponents, images: number, width: number, otherwise: number,
): number {
  const left = Math.min(images, width) - variances.length
  const explained = variances.reduce((sum, variance) => sum + variance, 0)
  const noise = left > 0 && images > 1 ? (totalVariance - explained) / left : otherwise
  return Math.max(noise, FLOOR * otherwise)
}

/**
 * log N(x; mean, covariance) of one image.
 * @param deviation x - mean. @param along its product with each axis
 */
export function logLikelihood(
  { variances, noise }: ProbabilisticPca, deviation: ArrayLike<number>, along: ArrayLike<number>,
): number {
  const width = deviation.length
  let distance = dot(deviation, deviation) / noise
  let logDeterminant = (width - variances.length) * Math.log(noise)
  variances.forEach((variance, i) => {
    distance += along[i] ** 2 * (1 / variance - 1 / noise)
    logDeterminant += Math.log(variance)
  })
  return -(distance + logDeterminant + width * Math.log(2 * Math.PI)) / 2
}
