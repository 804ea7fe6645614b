/** Some rows of values that are images x width, in the order of `rows`. */
export function rowsOf(values: Float32Array, width: number, rows: ArrayLike<number>): Float32Array {
  const some = new Float32Array(rows.length * width)
  for (let i = 0; i < rows.length; i++) {
    some.set(values.subarray(rows[i] * width, (rows[i] + 1) * width), i * width)
  }
  return some
}

/** One number of each row of values that are images x width. */
export function overRows<Values extends Float32Array | Float64Array>(
  values: Values, width: number, of: (row: Values) => number,
): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, i) =>
    of(values.subarray(i * width, (i + 1) * width) as Values))
}

/** The largest of a row. */
export function largestOf(row: ArrayLike<number>): number {
  let largest = -Infinity
  for (let k = 0; k < row.length; k++) largest = Math.max(largest, row[k])
  return largest
}
