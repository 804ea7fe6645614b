/** The nearest rows of each row, nearest first: `count` each. */
export interface Neighbours { indices: Uint32Array; distances: Float64Array; count: number }

/**
 * The nearest of some rows to each of others, all compared with all.
 * @param rows row-major, the candidates. @param of row-major, those whose neighbours are wanted
 * @param told called now and then with how many are done
 */
export function nearestRows(
  rows: Float32Array, of: Float32Array, dimension: number, count: number, told: (done: number) => void = () => {},
): Neighbours {
  const wanted = of.length / dimension
  const indices = new Uint32Array(wanted * count)
  const distances = new Float64Array(wanted * count).fill(Infinity)
  for (let i = 0; i < wanted; i++) {
    nearestOf(rows, of, i, dimension, indices.subarray(i * count, (i + 1) * count), distances.subarray(i * count, (i + 1) * count))
    if (i % 512 === 511) told(i + 1)
  }
  return { indices, distances: distances.map(Math.sqrt), count }
}

function nearestOf(
  rows: Float32Array, of: Float32Array, i: number, d: number, indices: Uint32Array, squares: Float64Array,
): void {
  const last = squares.length - 1
  for (let row = 0; row * d < rows.length; row++) {
    let sum = 0
    for (let j = 0; j < d; j++) {
      const apart = rows[row * d + j] - of[i * d + j]
      sum += apart * apart
    }
    if (sum < squares[last]) insert(indices, squares, row, sum)
  }
}

function insert(indices: Uint32Array, squares: Float64Array, row: number, sum: number): void {
  let at = squares.length - 1
  for (; at > 0 && squares[at - 1] > sum; at--) {
    squares[at] = squares[at - 1]
    indices[at] = indices[at - 1]
  }
  squares[at] = sum
  indices[at] = row
}
