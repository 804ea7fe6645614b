import { cholesky, whitened } from './cholesky.ts'
import { pooledVariances, type Sample, sampleOf, shrinkageOf, shrunkCovariance } from './covariance.ts'
import type { FitImages } from './detector.ts'

/** Gaussians with a mean for each group of images and one covariance for all; plain numbers, to be stored as JSON. */
export interface SharedGaussian {
  dimension: number
  /** Groups x d. */
  means: number[][]
  /** Lower triangle L with L L' = the covariance; d x d, row by row. */
  factor: number[]
  /** No variance, given the dimensions before it, is below this. */
  floor: number
}

/** As of the class Gaussians in latent space. */
const FLOOR = 1e-6

/**
 * The groups' means and the covariance within them (divided by images less groups), shrunk towards its diagonal where
 * there are fewer than 10 (d+1) images. A feature that never varies, as of a dead ReLU, has the floor for a variance: a
 * millionth of the average one, unless another is given.
 * @param features images x d. @param groups the images of each group, none of them empty
 */
export function fitSharedGaussian(
  features: Float32Array, dimension: number, groups: Uint32Array[], floor?: number,
): SharedGaussian {
  const samples = groups.map((rows) => sampleOf(features, dimension, rows))
  const pooled = pooledVariances(samples)
  const within = together(samples)
  const covariance = shrunkCovariance(within, pooled, shrinkageOf(within.count, dimension))
  const least = floor ?? FLOOR * (pooled.reduce((sum, variance) => sum + variance, 0) / dimension || 1)
  return {
    dimension, means: samples.map(({ mean }) => [...mean]), floor: least,
    factor: [...cholesky(covariance, dimension, least).factor],
  }
}

/** The training images of each known class; classes without one are left out. */
export function trainingGroups({ train, classOf, classes }: FitImages): Uint32Array[] {
  const groups = Array.from({ length: classes }, (_, k) => train.filter((row) => classOf[row] === k))
  return groups.filter((rows) => rows.length > 0)
}

/** All deviations from the own group's mean, as if of one sample with as many degrees of freedom. */
function together(samples: Sample[]): Sample {
  const freedom = samples.reduce((sum, { count }) => sum + count - 1, 0)
  const scatter = samples[0].scatter.map((_, at) => samples.reduce((sum, sample) => sum + sample.scatter[at], 0))
  return { count: freedom + 1, mean: samples[0].mean, scatter }
}

/** Squared Mahalanobis distances of the images to the groups, images x groups. */
export function squaredDistances(
  { dimension, means, factor }: { dimension: number; means: ArrayLike<number>[]; factor: ArrayLike<number> },
  features: Float32Array,
): Float64Array {
  const lower = Float64Array.from(factor)
  const centres = means.map((mean) => whitened(lower, mean))
  const images = features.length / dimension
  const distances = new Float64Array(images * means.length)
  for (let i = 0; i < images; i++) {
    const z = whitened(lower, features.subarray(i * dimension, (i + 1) * dimension))
    centres.forEach((centre, k) => {
      for (let j = 0; j < dimension; j++) distances[i * means.length + k] += (z[j] - centre[j]) ** 2
    })
  }
  return distances
}
