/** log( sum_k exp(x_k) ) of a row, without overflow. */
export function logSumExp(row: ArrayLike<number>): number {
  let largest = -Infinity
  for (let k = 0; k < row.length; k++) largest = Math.max(largest, row[k])
  let sum = 0
  for (let k = 0; k < row.length; k++) sum += Math.exp(row[k] - largest)
  return largest + Math.log(sum)
}

/** log softmax of each row, images x classes. However sure a row is, its improbable classes keep their differences. */
export function logSoftmax(logits: Float32Array, classes: number): Float64Array {
  const logs = Float64Array.from(logits)
  for (let start = 0; start < logs.length; start += classes) {
    const total = logSumExp(logits.subarray(start, start + classes))
    for (let k = start; k < start + classes; k++) logs[k] -= total
  }
  return logs
}
