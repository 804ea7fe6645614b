/** A covariance drawn towards a multiple of the identity. */
export interface ShrunkCovariance {
  /** d x d, row by row. */
  covariance: Float64Array
  /** From 0, the sample's own, to 1, all directions alike. */
  shrinkage: number
}

/**
 * The covariance of rows that are centred already, (1-a) S + a m I with S = X'X / n and m = tr(S) / d, where
 * a = min(b, e) / e estimates what shrinkage has the least expected squared error: e = |S - m I|^2 and
 * b = (mean_i |x_i|^4 - |S|^2) / n, |.| being the Frobenius norm. Ledoit and Wolf 2004, J. Multivariate Anal. 88; the
 * figures are scikit-learn's `LedoitWolf(assume_centered=True)`.
 * @param rows gives each of the n rows in turn, d numbers; it may be the same array each time
 */
export function ledoitWolf(rows: Iterable<Float64Array>, dimension: number): ShrunkCovariance {
  const covariance = new Float64Array(dimension * dimension)
  let [count, fourth] = [0, 0]
  for (const row of rows) {
    fourth += row.reduce((sum, value) => sum + value * value, 0) ** 2
    addProducts(covariance, row)
    count++
  }
  mirror(covariance, dimension, count)
  const shrinkage = bestShrinkage(covariance, dimension, fourth / count, count)
  const mean = traceOf(covariance, dimension) / dimension
  for (let at = 0; at < covariance.length; at++) {
    covariance[at] = (1 - shrinkage) * covariance[at] + (at % (dimension + 1) === 0 ? shrinkage * mean : 0)
  }
  return { covariance, shrinkage }
}

/** Adds x x' to the lower triangle. */
function addProducts(sums: Float64Array, x: Float64Array): void {
  for (let i = 0, row = 0; i < x.length; i++, row += x.length) {
    for (let j = 0; j <= i; j++) sums[row + j] += x[i] * x[j]
  }
}

/** Divides the lower triangle, and writes it above the diagonal too. */
function mirror(sums: Float64Array, dimension: number, count: number): void {
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j <= i; j++) {
      sums[i * dimension + j] /= count
      sums[j * dimension + i] = sums[i * dimension + j]
    }
  }
}

/** 1 where there is nothing but one variance in all directions. */
function bestShrinkage(covariance: Float64Array, dimension: number, fourth: number, count: number): number {
  const mean = traceOf(covariance, dimension) / dimension
  const squared = covariance.reduce((sum, value) => sum + value * value, 0)
  const distance = squared - dimension * mean * mean
  return distance <= 0 ? 1 : Math.min(1, Math.max(0, (fourth - squared) / count / distance))
}

function traceOf(covariance: Float64Array, dimension: number): number {
  let trace = 0
  for (let i = 0; i < dimension; i++) trace += covariance[i * (dimension + 1)]
  return trace
}
