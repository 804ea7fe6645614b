import { cholesky } from './cholesky.ts'
import { pooledVariances, type Sample, sampleOf, shrinkageOf, shrunkCovariance } from './covariance.ts'

/**
 * A Gaussian for each class in latent space, in the order of the labels; plain numbers, to be stored as JSON.
 */
export interface ClassGaussians {
  dimension: number
  /** Images that each was fitted to. */
  counts: number[]
  /** K x d. */
  means: number[][]
  /** After shrinkage and floor; K matrices of d x d, row by row. */
  covariances: number[][]
  /** How far each was shrunk towards its diagonal: 0 not at all, 1 altogether. */
  shrinkages: number[]
  /** Lower triangles L with L L' = covariance; K matrices of d x d, row by row. */
  choleskys: number[][]
  /** ln det(covariance). */
  logDeterminants: number[]
}

/** No variance, given the dimensions before it, may be below this share of the average one. */
const FLOOR = 1e-6

/**
 * Fits a Gaussian to the latents of each class: their mean and full covariance (divided by n-1, as NumPy's
 * cov).
 *
 * - A class with fewer than 10 (d+1) images is shrunk towards its diagonal (`shrinkageOf`,
 *   `shrunkCovariance`), a class of one image has the variances pooled over all classes, and where no class
 *   has two images they are 1, those of the model's own prior.
 * - A dimension whose variance, given those before it, is below 1e-6 of the average pooled variance (of 1
 *   where that is 0) gets as much, so a collapsed dimension costs no NaN.
 *
 * @param latents n x d, flat. @param labels n class indices; with `rows`, those of other images are not read.
 * @param rows positions of the images to fit to; all where left out.
 * @throws RangeError where lengths, labels or latents make no sense, or a class has no image.
 */
export function fitClassGaussians(
  latents: Float32Array, dimension: number, labels: ArrayLike<number>, classes: number,
  rows?: ArrayLike<number>,
): ClassGaussians {
  if (latents.length !== labels.length * dimension) {
    throw new RangeError(`${latents.length} latents are not ${labels.length} images of ${dimension} each.`)
  }
  const groups = rowsOfClasses(labels, classes, rows ?? Array.from(labels, (_, row) => row))
  groups.forEach((group) => checkFinite(latents, dimension, group))
  const samples = groups.map((group) => sampleOf(latents, dimension, group))
  return gaussiansOf(samples, pooledVariances(samples))
}

function rowsOfClasses(labels: ArrayLike<number>, classes: number, rows: ArrayLike<number>): number[][] {
  const groups = Array.from({ length: classes }, (): number[] => [])
  for (let n = 0; n < rows.length; n++) {
    const label = labels[rows[n]]
    if (!groups[label]) {
      throw new RangeError(`Image ${rows[n]} has label ${label}, not a class from 0 to ${classes - 1}.`)
    }
    groups[label].push(rows[n])
  }
  const empty = groups.findIndex((group) => group.length === 0)
  if (classes < 1) throw new RangeError('A Gaussian for each class needs at least one class.')
  if (empty >= 0) throw new RangeError(`Class ${empty} has no image to fit its Gaussian to.`)
  return groups
}

function checkFinite(latents: Float32Array, dimension: number, rows: number[]) {
  const latentsOf = (row: number) => latents.subarray(row * dimension, (row + 1) * dimension)
  const bad = rows.find((row) => !latentsOf(row).every(Number.isFinite))
  if (bad !== undefined) throw new RangeError(notFinite(bad))
}

function notFinite(row: number): string {
  return `The latents of image ${row} are not finite numbers, so no distance to a class can be taken.`
}

function gaussiansOf(samples: Sample[], pooled: Float64Array): ClassGaussians {
  const dimension = pooled.length
  const floor = FLOOR * (pooled.reduce((sum, variance) => sum + variance, 0) / dimension || 1)
  const shrinkages = samples.map(({ count }) => shrinkageOf(count, dimension))
  const covariances = samples.map((sample, k) => shrunkCovariance(sample, pooled, shrinkages[k]))
  const factors = covariances.map((covariance) => cholesky(covariance, dimension, floor))
  return {
    dimension,
    counts: samples.map(({ count }) => count),
    means: samples.map(({ mean }) => [...mean]),
    covariances: covariances.map((covariance, k) => withRaisedDiagonal(covariance, factors[k].raised)),
    shrinkages,
    choleskys: factors.map(({ factor }) => [...factor]),
    logDeterminants: factors.map(({ factor }) => logDeterminant(factor, dimension)),
  }
}

function withRaisedDiagonal(covariance: Float64Array, raised: Float64Array): number[] {
  const whole = [...covariance]
  raised.forEach((addition, i) => (whole[i * raised.length + i] += addition))
  return whole
}

function logDeterminant(factor: Float64Array, dimension: number): number {
  let sum = 0
  for (let i = 0; i < dimension; i++) sum += 2 * Math.log(factor[i * dimension + i])
  return sum
}

/**
 * The squared Mahalanobis distance (z - mean)' covariance^-1 (z - mean) of every image to every class.
 *
 * @param latents n x d, flat. @param out n x K, to be written into; made where left out.
 * @returns n x K, flat: the K distances of the first image, then those of the second, ...
 * @throws RangeError where the lengths do not fit or a latent is not a finite number.
 */
export function squaredMahalanobis(
  gaussians: ClassGaussians, latents: Float32Array, out?: Float64Array,
): Float64Array {
  const { dimension, means } = gaussians
  const images = latents.length / dimension
  if (!Number.isInteger(images)) {
    throw new RangeError(`${latents.length} latents are no whole number of images of ${dimension} each.`)
  }
  const distances = out ?? new Float64Array(images * means.length)
  if (distances.length !== images * means.length) {
    throw new RangeError(`There is room for ${distances.length} distances, not for ${images * means.length}.`)
  }
  means.forEach((_, k) => distancesToClass(gaussians, k, latents, distances))
  const bad = distances.findIndex((distance) => !Number.isFinite(distance))
  if (bad >= 0) throw new RangeError(notFinite(Math.floor(bad / means.length)))
  return distances
}

/** |L^-1 (z - mean)|^2 by forward substitution, into every K-th distance from the k-th on. */
function distancesToClass(gaussians: ClassGaussians, k: number, z: Float32Array, out: Float64Array) {
  const { dimension: d, means, choleskys } = gaussians
  const mean = Float64Array.from(means[k])
  const factor = Float64Array.from(choleskys[k])
  const inverse = mean.map((_, i) => 1 / factor[i * d + i])
  const whitened = new Float64Array(d)
  for (let from = 0, to = k; from < z.length; from += d, to += means.length) {
    let squared = 0
    for (let i = 0; i < d; i++) {
      let rest = z[from + i] - mean[i]
      for (let j = 0; j < i; j++) rest -= factor[i * d + j] * whitened[j]
      whitened[i] = rest * inverse[i]
      squared += whitened[i] * whitened[i]
    }
    out[to] = squared
  }
}
