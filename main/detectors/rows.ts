/** The largest of each row of images x classes. */
export function largestOfRows(values: Float64Array, classes: number): Float64Array {
  const largest = new Float64Array(values.length / classes).fill(-Infinity)
  for (let i = 0, at = 0; i < largest.length; i++) {
    for (let k = 0; k < classes; k++, at++) if (values[at] > largest[i]) largest[i] = values[at]
  }
  return largest
}

/** Where in its row of images x classes the largest is; the first of several. */
export function placesOfLargest(values: Float64Array, classes: number): Int16Array {
  const places = new Int16Array(values.length / classes)
  for (let i = 0, row = 0; i < places.length; i++, row += classes) {
    for (let k = 1; k < classes; k++) if (values[row + k] > values[row + places[i]]) places[i] = k
  }
  return places
}

/** log( sum_k exp(x_k) ) of each row of images x classes, without overflow. */
export function logSumExpOfRows(values: Float64Array, classes: number): Float64Array {
  const largest = largestOfRows(values, classes)
  for (let i = 0, at = 0; i < largest.length; i++) {
    let sum = 0
    for (let k = 0; k < classes; k++, at++) sum += Math.exp(values[at] - largest[i])
    largest[i] += Math.log(sum)
  }
  return largest
}

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

/** Each row divided by its length, images x width; a row of zeros stays one. */
export function unitRows(values: Float32Array, width: number): Float32Array {
  const units = new Float32Array(values.length)
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width)
    const length = Math.sqrt(row.reduce((squares, x) => squares + x * x, 0)) || 1
    row.forEach((x, i) => { units[start + i] = x / length })
  }
  return units
}
