export interface EigenDecomposition {
  /** Falling. */
  values: Float64Array
  /** Of length 1 and at right angles to each other, in the order of their values. */
  vectors: Float64Array[]
}

/**
 * Eigenvalues (falling) and unit eigenvectors of a symmetric matrix by cyclic Jacobi rotations
 * (Golub & Van Loan, Matrix Computations, section 8.5).
 * @param matrix row-major, size x size; left as it is
 */
export function eigenDecomposition(matrix: Float64Array, size: number): EigenDecomposition {
  const a = Float64Array.from(matrix)
  const v = identity(size)
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-22 * squared(a); sweep++) {
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j] - a[i * size + i])
  return {
    values: Float64Array.from(order, (i) => a[i * size + i]),
    vectors: order.map((i) => Float64Array.from({ length: size }, (_, row) => v[row * size + i])),
  }
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1
  return matrix
}

const squared = (a: Float64Array) => a.reduce((sum, value) => sum + value * value, 0)

function offDiagonal(a: Float64Array, size: number): number {
  return a.reduce((sum, value, i) => (Math.floor(i / size) === i % size ? sum : sum + value * value), 0)
}

/** One rotation that makes entry (p, q) zero, applied from both sides to `a` and from the right to `v`. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]
  if (apq === 0) return
  const tau = (a[q * size + q] - a[p * size + p]) / (2 * apq)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau))
  const c = 1 / Math.hypot(1, t)
  const s = t * c
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, c, s)
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, c, s)
  for (let k = 0; k < size; k++) turn(v, k * size + p, k * size + q, c, s)
}

function turn(m: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = m[i]
  const y = m[j]
  m[i] = c * x - s * y
  m[j] = s * x + c * y
}
