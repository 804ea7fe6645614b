/** Pairs whose part of the energy is below this share of the nearest pair's are left out. */
const NEGLIGIBLE = 1e-17

/** Squared distances below this count as this: two points on one spot repel each other, but finitely. */
const TOUCHING = 1e-12

/**
 * The energy of K points on the unit sphere in d dimensions under the repulsion distance^-2s:
 *
 *   F = 1/(2s) log sum over pairs of |x_i - x_j|^(-2s)
 *
 * Its logarithm and 1/(2s) change no minimum, but keep it finite: as s grows, F falls to minus the log of the
 * smallest distance. The points are given as any vectors y_i != 0 and taken at x_i = y_i / |y_i|.
 *
 * @param vectors K x d, flat. @param halvings log2(s). @param gradient K x d, dF/dy is written into it.
 */
export function energy(
  vectors: Float64Array, dimension: number, halvings: number, gradient: Float64Array,
): number {
  const units = normalised(vectors, dimension)
  const nearest = smallestSquaredDistance(units, dimension)
  gradient.fill(0)
  const sum = repel(units, dimension, halvings, nearest, gradient)
  toTangents(units, vectors, dimension, 1 / sum, gradient)
  return Math.log(sum) / 2 ** (halvings + 1) - Math.log(nearest) / 2
}

/**
 * Adds to the gradient, for every pair, (nearest/q)^s / q times the other point; returns the sum of
 * (nearest/q)^s.
 */
function repel(
  units: Float64Array, d: number, halvings: number, nearest: number, gradient: Float64Array,
): number {
  const furthest = nearest * NEGLIGIBLE ** -(2 ** -halvings)
  let sum = 0
  for (let a = 0; a < units.length; a += d) {
    for (let b = 0; b < a; b += d) {
      const q = squaredDistance(units, a, b, d)
      if (q > furthest) continue
      let weight = nearest / q
      for (let i = 0; i < halvings; i++) weight *= weight
      sum += weight
      pushApart(gradient, units, a, b, d, weight / q)
    }
  }
  return sum
}

function pushApart(
  gradient: Float64Array, units: Float64Array, a: number, b: number, d: number, force: number,
) {
  for (let j = 0; j < d; j++) {
    gradient[a + j] += force * units[b + j]
    gradient[b + j] += force * units[a + j]
  }
}

/** Scales the gradient and takes from each point's part what points along it: dx/dy = (I - x x') / |y|. */
function toTangents(
  units: Float64Array, vectors: Float64Array, d: number, scale: number, gradient: Float64Array,
) {
  for (let a = 0; a < units.length; a += d) {
    let along = 0
    let length = 0
    for (let j = a; j < a + d; j++) {
      along += gradient[j] * units[j]
      length += vectors[j] * vectors[j]
    }
    const factor = scale / Math.sqrt(length)
    for (let j = a; j < a + d; j++) gradient[j] = factor * (gradient[j] - along * units[j])
  }
}

/** The vectors (K x d, flat), each divided by its length. */
export function normalised(vectors: Float64Array, dimension: number): Float64Array {
  const units = new Float64Array(vectors.length)
  for (let a = 0; a < vectors.length; a += dimension) {
    let squared = 0
    for (let j = a; j < a + dimension; j++) squared += vectors[j] * vectors[j]
    const length = Math.sqrt(squared)
    for (let j = a; j < a + dimension; j++) units[j] = vectors[j] / length
  }
  return units
}

/** The smallest squared distance between two of the K unit vectors (K x d, flat). */
export function smallestSquaredDistance(units: Float64Array, dimension: number): number {
  let nearest = 4
  for (let a = 0; a < units.length; a += dimension) {
    for (let b = 0; b < a; b += dimension) {
      nearest = Math.min(nearest, squaredDistance(units, a, b, dimension))
    }
  }
  return nearest
}

function squaredDistance(units: Float64Array, a: number, b: number, d: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const difference = units[a + j] - units[b + j]
    sum += difference * difference
  }
  return sum > TOUCHING ? sum : TOUCHING
}
