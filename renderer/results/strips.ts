/** How much of its row's height the widest place of a strip takes, up and down from the middle. */
const widest = 0.42
const bins = 80
/** Steps of the golden ratio fill an interval evenly whatever their number, and are the same each time. */
const golden = 0.618_033_988_75

/**
 * One-dimensional values as strips, a row for each group: a point's height in its row is spread as the row is dense
 * there, so that the outline of a strip is its distribution (a sina plot: Sidiropoulos et al. 2018).
 * @param rowOf one a point; row 0 is on top
 * @returns Float32, count x 3: the value, the height (row k around -k), 0
 */
export function strips(values: Float32Array, rowOf: Uint16Array, rows: number): Float32Array {
  const binOf = bandsOf(values)
  const counts = new Uint32Array(rows * bins)
  values.forEach((_, i) => counts[rowOf[i] * bins + binOf(values[i])]++)
  const fullest = Array.from({ length: rows }, (_, row) => counts.subarray(row * bins, (row + 1) * bins).reduce(larger, 1))
  const seen = new Uint32Array(rows * bins)
  const points = new Float32Array(3 * values.length)
  values.forEach((value, i) => {
    const [row, cell] = [rowOf[i], rowOf[i] * bins + binOf(value)]
    const place = 2 * ((0.5 + golden * seen[cell]++) % 1) - 1
    points[3 * i] = value
    points[3 * i + 1] = -row + place * widest * Math.sqrt((counts[cell] - 1) / fullest[row])
  })
  return points
}

const larger = (a: number, b: number) => Math.max(a, b)

function bandsOf(values: Float32Array): (value: number) => number {
  let [from, to] = [Infinity, -Infinity]
  for (const value of values) [from, to] = [Math.min(from, value), Math.max(to, value)]
  return (value) => (to > from ? Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins)) : 0)
}
