import { eigenDecomposition } from './eigen.ts'
import { addMultiple, dot } from './orthonormal.ts'

/** The best approximations to a symmetric operator's leading eigenpairs that a subspace holds. */
export interface RitzPairs {
  /** Falling. */
  values: Float64Array
  /** Of length 1. */
  vectors: Float64Array[]
  /** The largest |C v - value v| over the pairs. */
  residual: number
}

/**
 * The leading pairs by Rayleigh and Ritz (Parlett 1998, chapter 11).
 * @param basis orthonormal. @param images the operator applied to each of its vectors. @param pairs how many are wanted
 */
export function ritzPairs(basis: Float64Array[], images: Float64Array[], pairs: number): RitzPairs {
  const size = basis.length
  const projected = new Float64Array(size * size)
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) {
    projected[i * size + j] = projected[j * size + i] = (dot(basis[i], images[j]) + dot(basis[j], images[i])) / 2
  }
  const { values, vectors: weights } = eigenDecomposition(projected, size)
  const leading = weights.slice(0, pairs)
  const vectors = leading.map((weight) => combination(basis, weight))
  const residuals = leading.map((weight, i) => {
    const image = combination(images, weight)
    addMultiple(image, vectors[i], -values[i])
    return Math.sqrt(dot(image, image))
  })
  return { values: values.slice(0, pairs), vectors, residual: Math.max(0, ...residuals) }
}

function combination(vectors: Float64Array[], weights: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(vectors[0].length)
  vectors.forEach((vector, i) => addMultiple(sum, vector, weights[i]))
  return sum
}
