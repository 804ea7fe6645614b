/** A matrix that is read a few rows at a time, since it may not fit in memory. */
export interface RowBatches {
  count: number
  width: number
  /** The rows from `start` up to, not including, `end`, flat. */
  read(start: number, end: number): Float32Array
}

/** Values that are held at once: 16 MB. */
const BATCH = 2 ** 22

/** Each batch of rows in its order. */
export function* batchesOf({ count, width, read }: RowBatches): Generator<Float32Array> {
  const rows = Math.max(1, Math.floor(BATCH / width))
  for (let start = 0; start < count; start += rows) yield read(start, Math.min(count, start + rows))
}

/** Mean of each column, and the sum over the columns of their variances (divided by n-1). */
export interface Moments { mean: Float64Array; totalVariance: number }

/** In two passes, so that a large mean costs no digits. */
export function momentsOf(rows: RowBatches): Moments {
  const { count, width } = rows
  const sums = new Float64Array(width)
  for (const batch of batchesOf(rows)) {
    for (let at = 0; at < batch.length; at += width) for (let t = 0; t < width; t++) sums[t] += batch[at + t]
  }
  const mean = sums.map((sum) => sum / count)
  let squares = 0
  for (const batch of batchesOf(rows)) {
    for (let at = 0; at < batch.length; at += width) {
      for (let t = 0; t < width; t++) squares += (batch[at + t] - mean[t]) ** 2
    }
  }
  return { mean, totalVariance: count > 1 ? squares / (count - 1) : 0 }
}

/** Rows less a mean, as a new array. */
export function centred(rows: Float32Array, mean: ArrayLike<number>): Float32Array {
  const values = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at += mean.length) {
    for (let column = 0; column < mean.length; column++) values[at + column] = rows[at + column] - mean[column]
  }
  return values
}

/** |x|^2 of each row of a matrix. */
export function squaredLengths(rows: Float32Array, width: number): Float64Array {
  const squares = new Float64Array(rows.length / width)
  for (let i = 0, at = 0; i < squares.length; i++) {
    for (const end = at + width; at < end; at++) squares[i] += rows[at] ** 2
  }
  return squares
}
