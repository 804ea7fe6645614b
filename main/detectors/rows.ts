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
