/**
 * x with `matrix` x = `right` for a symmetric positive definite matrix (row by row, overwritten), by
 * Cholesky's decomposition; undefined where it is not positive definite.
 */
export function solve(matrix: Float64Array, right: Float64Array): number[] | undefined {
  const n = right.length
  for (let i = 0; i < n; i += 1) {
    matrix[i * n + i] = matrix[i * n + i] * (1 + 1e-6) + 1e-9
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j]
      for (let k = 0; k < j; k += 1) sum -= matrix[i * n + k] * matrix[j * n + k]
      if (i > j) matrix[i * n + j] = sum / matrix[j * n + j]
      else if (sum > 0) matrix[i * n + i] = Math.sqrt(sum)
      else return undefined
    }
  }
  return backwards(matrix, forwards(matrix, right, n), n)
}

function forwards(lower: Float64Array, right: Float64Array, n: number): number[] {
  const out: number[] = []
  for (let i = 0; i < n; i += 1) {
    let sum = right[i]
    for (let k = 0; k < i; k += 1) sum -= lower[i * n + k] * out[k]
    out.push(sum / lower[i * n + i])
  }
  return out
}

function backwards(lower: Float64Array, values: number[], n: number): number[] {
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) values[i] -= lower[k * n + i] * values[k]
    values[i] /= lower[i * n + i]
  }
  return values
}
