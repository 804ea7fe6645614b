/** The factor of a matrix that was made positive definite, if it was not. */
export interface CholeskyFactor {
  /**
   * Lower triangle L with L L' = the matrix with `raised` on its diagonal; d x d, row by row, zeros above.
   */
  factor: Float64Array
  /** What was added to each diagonal element. */
  raised: Float64Array
}

/**
 * Cholesky's factorisation of a symmetric, positive semidefinite matrix. A pivot is the variance that a
 * dimension keeps once the dimensions before it are known; one below the floor is raised to it, as in the
 * modified Cholesky of Gill and Murray (1974), so that a singular matrix has a factor too.
 *
 * @param matrix d x d, row by row; only its lower triangle is read. @param floor above 0.
 */
export function cholesky(matrix: ArrayLike<number>, dimension: number, floor: number): CholeskyFactor {
  const factor = new Float64Array(dimension * dimension)
  const raised = new Float64Array(dimension)
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j < i; j++) {
      factor[i * dimension + j] = remainder(matrix, factor, dimension, i, j) / factor[j * dimension + j]
    }
    const pivot = remainder(matrix, factor, dimension, i, i)
    raised[i] = Math.max(0, floor - pivot)
    factor[i * dimension + i] = Math.sqrt(Math.max(floor, pivot))
  }
  return { factor, raised }
}

/** Element (i, j) of the matrix less the product of the rows i and j of the factor up to column j. */
function remainder(matrix: ArrayLike<number>, factor: Float64Array, d: number, i: number, j: number): number {
  let rest = matrix[i * d + j]
  for (let k = 0; k < j; k++) rest -= factor[i * d + k] * factor[j * d + k]
  return rest
}

/** L^-1 x by forward substitution: distances between such vectors are Mahalanobis distances. */
export function whitened(lower: Float64Array, x: ArrayLike<number>): Float64Array {
  const d = x.length
  const z = new Float64Array(d)
  for (let i = 0; i < d; i++) {
    let rest = x[i]
    for (let j = 0; j < i; j++) rest -= lower[i * d + j] * z[j]
    z[i] = rest / lower[i * d + i]
  }
  return z
}
