import type { Latent } from '../../main/contract/ensembles.ts'

/** ||m|| / r: how far each image lies from the empty centre of the sphere, in radii. */
export function centreDistances(means: Float32Array, { dimension, radius }: Latent): Float32Array {
  const distances = new Float32Array(means.length / dimension)
  for (let i = 0, at = 0; i < distances.length; i++) {
    let squares = 0
    for (let j = 0; j < dimension; j++, at++) squares += means[at] * means[at]
    distances[i] = Math.sqrt(squares) / radius
  }
  return distances
}

/**
 * min_k D_k: how far each image lies from the nearest class. D_k is the Mahalanobis distance to the Gaussian of the
 * class's training images, |L^-1 (m - mean)|, as the scores have it; where a member's Gaussians are too large to have
 * been sent, the distance to the prior N(mu_k, I).
 */
export function nearestClassDistances(means: Float32Array, latent: Latent): Float32Array {
  const { dimension, gaussians, priorMeans } = latent
  const nearest = new Float32Array(means.length / dimension).fill(Infinity)
  const centres = gaussians?.means ?? priorMeans
  centres.forEach((mean, k) =>
    keepNearer(nearest, means, Float64Array.from(mean), gaussians ? inverted(gaussians.choleskys[k], dimension) : null),
  )
  return nearest.map(Math.sqrt)
}

/** @param whitening L^-1, row by row; the identity where it is null */
function keepNearer(
  nearest: Float32Array, means: Float32Array, centre: Float64Array, whitening: Float64Array | null,
): void {
  const d = centre.length
  const apart = new Float64Array(d)
  for (let i = 0; i < nearest.length; i++) {
    for (let j = 0; j < d; j++) apart[j] = means[i * d + j] - centre[j]
    const squared = whitening ? squaredProduct(whitening, apart) : squares(apart)
    if (squared < nearest[i]) nearest[i] = squared
  }
}

function squares(vector: Float64Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += vector[i] * vector[i]
  return sum
}

/** |A x|^2 of a lower triangle A. */
function squaredProduct(lower: Float64Array, vector: Float64Array): number {
  const d = vector.length
  let sum = 0
  for (let i = 0; i < d; i++) {
    let product = 0
    for (let j = 0; j <= i; j++) product += lower[i * d + j] * vector[j]
    sum += product * product
  }
  return sum
}

/** The inverse of a lower triangle, column by column by forward substitution. */
function inverted(lower: number[], d: number): Float64Array {
  const inverse = new Float64Array(d * d)
  for (let column = 0; column < d; column++) {
    for (let row = column; row < d; row++) {
      let rest = row === column ? 1 : 0
      for (let k = column; k < row; k++) rest -= lower[row * d + k] * inverse[k * d + column]
      inverse[row * d + column] = rest / lower[row * d + row]
    }
  }
  return inverse
}
