/** What a class's images say about its Gaussian. */
export interface Sample {
  count: number
  /** d numbers. */
  mean: Float64Array
  /** Sums of products of the deviations from the mean; d x d, row by row. */
  scatter: Float64Array
}

/** From this many images a dimension (plus one) on, a covariance is taken as it is. */
const ENOUGH_IMAGES = 10

/** The pooled variance counts in a class's own as much as this many images do. */
const PRIOR_IMAGES = 4

/**
 * Mean and scatter of some rows of latents (n x d, flat), in two passes so that a large mean costs no digits.
 */
export function sampleOf(latents: Float32Array, dimension: number, rows: ArrayLike<number>): Sample {
  const mean = meanOf(latents, dimension, rows)
  const scatter = new Float64Array(dimension * dimension)
  const deviation = new Float64Array(dimension)
  for (let n = 0; n < rows.length; n++) {
    for (let i = 0; i < dimension; i++) deviation[i] = latents[rows[n] * dimension + i] - mean[i]
    addProducts(scatter, deviation)
  }
  return { count: rows.length, mean, scatter: scatter.map((_, at) => scatter[mirrored(at, dimension)]) }
}

/** Summed first and divided then, so that the mean of equal numbers is exactly they. */
function meanOf(latents: Float32Array, dimension: number, rows: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(dimension)
  for (let n = 0; n < rows.length; n++) {
    for (let i = 0; i < dimension; i++) sums[i] += latents[rows[n] * dimension + i]
  }
  return sums.map((sum) => sum / rows.length)
}

/** Adds the products of a vector's elements to the lower triangle. */
function addProducts(scatter: Float64Array, vector: Float64Array) {
  for (let i = 0; i < vector.length; i++) {
    for (let j = 0; j <= i; j++) scatter[i * vector.length + j] += vector[i] * vector[j]
  }
}

/** The place of an element of a symmetric matrix in its lower triangle. */
function mirrored(at: number, dimension: number): number {
  const i = Math.floor(at / dimension)
  const j = at % dimension
  return Math.max(i, j) * dimension + Math.min(i, j)
}

/** The d variances within the classes, all classes taken together; 1 where no class has two images. */
export function pooledVariances(samples: Sample[]): Float64Array {
  const dimension = samples[0].mean.length
  const freedom = samples.reduce((sum, { count }) => sum + count - 1, 0)
  if (freedom === 0) return new Float64Array(dimension).fill(1)
  return new Float64Array(dimension).map((_, i) => {
    return samples.reduce((sum, { scatter }) => sum + scatter[i * dimension + i], 0) / freedom
  })
}

/**
 * How far the covariance of n images in d dimensions is shrunk: (10 (d+1)/n - 1) / 9 within 0 and 1, so not
 * at all from n = 10 (d+1) on, and altogether up to n = d+1, where it would be singular.
 */
export function shrinkageOf(count: number, dimension: number): number {
  const share = ((ENOUGH_IMAGES * (dimension + 1)) / count - 1) / (ENOUGH_IMAGES - 1)
  return Math.min(1, Math.max(0, share))
}

/**
 * (1-a) S + a T for a shrinkage of a: S the sample's covariance (divided by n-1), T the diagonal of its
 * variances s drawn towards the pooled ones p, ((n-1) s + 4 p) / (n-1+4). One image has T = p. d x d, row by
 * row.
 */
export function shrunkCovariance(
  { count, mean, scatter }: Sample, pooled: Float64Array, shrinkage: number,
): Float64Array {
  const covariance = scatter.map((sum) => (shrinkage < 1 ? ((1 - shrinkage) * sum) / (count - 1) : 0))
  pooled.forEach((variance, i) => {
    const diagonal = i * mean.length + i
    const target = (scatter[diagonal] + PRIOR_IMAGES * variance) / (count - 1 + PRIOR_IMAGES)
    covariance[diagonal] += shrinkage * target
  })
  return covariance
}
