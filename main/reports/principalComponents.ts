import { eigenDecomposition } from '../linear/eigen.ts'

/**
 * A plane through a cloud of points: its centre, its two directions, and the share of the variance it shows.
 */
export interface Plane {
  centre: Float64Array
  axes: [Float64Array, Float64Array]
  shares: [number, number]
}

/**
 * The plane of the two directions in which points vary most (principal component analysis, Jolliffe 2002).
 * Each direction is turned so that its largest entry is positive.
 * @param points row-major, count x dimension, dimension >= 2
 */
export function principalPlane(points: Float32Array, dimension: number): Plane {
  const centre = meanOf(points, dimension)
  const { values, vectors } = eigenDecomposition(covarianceOf(points, dimension, centre), dimension)
  const total = values.reduce((sum, value) => sum + value, 0)
  const share = (k: number) => (total > 0 ? values[k] / total : 0)
  return { centre, axes: [turned(vectors[0]), turned(vectors[1])], shares: [share(0), share(1)] }
}

/** The plane of the first two coordinates: what a two-dimensional latent space already is. */
export function coordinatePlane(): Plane {
  return { centre: new Float64Array(2), axes: [Float64Array.of(1, 0), Float64Array.of(0, 1)], shares: [1, 0] }
}

/** Where a point lies in a plane. `at` is the index of its first entry in `points`. */
export function project(points: ArrayLike<number>, at: number, plane: Plane): [number, number] {
  return plane.axes.map((axis) =>
    axis.reduce((sum, weight, i) => sum + weight * (points[at + i] - plane.centre[i]), 0),
  ) as [number, number]
}

function meanOf(points: Float32Array, dimension: number): Float64Array {
  const mean = new Float64Array(dimension)
  points.forEach((value, i) => {
    mean[i % dimension] += value
  })
  return mean.map((sum) => sum / Math.max(1, points.length / dimension))
}

function covarianceOf(points: Float32Array, dimension: number, centre: Float64Array): Float64Array {
  const covariance = new Float64Array(dimension * dimension)
  for (let row = 0; row < points.length; row += dimension) {
    for (let i = 0; i < dimension; i++) {
      const a = points[row + i] - centre[i]
      for (let j = i; j < dimension; j++) covariance[i * dimension + j] += a * (points[row + j] - centre[j])
    }
  }
  return mirrored(
    covariance.map((sum) => sum / Math.max(1, points.length / dimension - 1)),
    dimension,
  )
}

function mirrored(matrix: Float64Array, dimension: number): Float64Array {
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j < i; j++) matrix[i * dimension + j] = matrix[j * dimension + i]
  }
  return matrix
}

/** The same direction, turned so that its largest entry is positive. */
export function turned(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
  return largest < 0 ? axis.map((value) => -value) : axis
}
