/** What is left of a vector, as a share of its length, below which it counts as lying in the span of the others. */
const DEPENDENT = 1e-5

/**
 * Adds to an orthonormal list what the vectors have that is not in its span, by Gram and Schmidt done twice ("twice is
 * enough", Giraud, Langou and Rozloznik 2005).
 * @returns those that were added; fewer than there were vectors where some depend on the others
 */
export function extendOrthonormal(basis: Float64Array[], vectors: Iterable<ArrayLike<number>>): Float64Array[] {
  const before = basis.length
  for (const given of vectors) {
    const vector = Float64Array.from(given)
    const length = lengthOf(vector)
    for (let round = 0; round < 2; round++) for (const axis of basis) addMultiple(vector, axis, -dot(vector, axis))
    const left = lengthOf(vector)
    if (left > DEPENDENT * length) basis.push(vector.map((value) => value / left))
  }
  return basis.slice(before)
}

const lengthOf = (vector: Float64Array): number => Math.sqrt(dot(vector, vector))

/** x.y */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i]
  return sum
}

/** x += factor * y, in place. */
export function addMultiple(x: Float64Array, y: ArrayLike<number>, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] += factor * y[i]
}
