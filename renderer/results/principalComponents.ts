/**
 * A plane through a cloud of points: its centre, its two directions, and the share of the variance that it
 * shows.
 */
export interface Plane {
  centre: Float64Array
  axes: [Float64Array, Float64Array]
  shares: [number, number]
}

/** As many points as decide the directions well; more make no visible difference. */
export const largestSample = 5000

/**
 * The plane of the two directions in which points vary most (principal component analysis), by power
 * iteration with deflation, fitted on at most `largestSample` points taken at even steps. Each direction is
 * turned so that its largest entry is positive.
 * @param points row-major, count x dimension
 */
export function principalPlane(points: Float32Array, dimension: number): Plane {
  const rows = sampleRows(points.length / dimension)
  const centre = meanOf(points, dimension, rows)
  const covariance = covarianceOf(points, dimension, rows, centre)
  const total = covariance.reduce((sum, value, i) => (i % (dimension + 1) === 0 ? sum + value : sum), 0)
  const first = leading(covariance, dimension)
  const second = leading(deflated(covariance, dimension, first), dimension)
  return {
    centre,
    axes: [first.vector, second.vector],
    shares: [first.value, second.value].map((value) => (total > 0 ? value / total : 0)) as [number, number],
  }
}

/** All points in a plane: Float32, count x 3, the third coordinate 0. */
export function onPlane(points: Float32Array, dimension: number, plane: Plane): Float32Array {
  const flat = new Float32Array((points.length / dimension) * 3)
  for (let row = 0; row * dimension < points.length; row++) {
    flat[3 * row] = along(points, row * dimension, plane.centre, plane.axes[0])
    flat[3 * row + 1] = along(points, row * dimension, plane.centre, plane.axes[1])
  }
  return flat
}

function along(points: Float32Array, at: number, centre: Float64Array, axis: Float64Array): number {
  let sum = 0
  for (let i = 0; i < axis.length; i++) sum += (points[at + i] - centre[i]) * axis[i]
  return sum
}

/** The rows that a sample at even steps takes: at most `largestSample`. */
export function sampleRows(count: number): number[] {
  const rows = Math.min(count, largestSample)
  return Array.from({ length: rows }, (_, i) => Math.floor((i * count) / rows))
}

function meanOf(points: Float32Array, dimension: number, rows: number[]): Float64Array {
  const mean = new Float64Array(dimension)
  for (const row of rows)
    for (let i = 0; i < dimension; i++) mean[i] += points[row * dimension + i] / rows.length
  return mean
}

function covarianceOf(points: Float32Array, d: number, rows: number[], centre: Float64Array): Float64Array {
  const covariance = new Float64Array(d * d)
  for (const row of rows) {
    for (let i = 0; i < d; i++) {
      const a = points[row * d + i] - centre[i]
      for (let j = 0; j < d; j++) covariance[i * d + j] += a * (points[row * d + j] - centre[j])
    }
  }
  return covariance.map((sum) => sum / Math.max(1, rows.length - 1))
}

interface Direction {
  vector: Float64Array
  value: number
}

const iterations = 500

/** The eigenvector of the largest eigenvalue. */
function leading(matrix: Float64Array, d: number): Direction {
  let vector: Float64Array = Float64Array.from({ length: d }, (_, i) => 1 + i / d)
  for (let i = 0; i < iterations; i++) vector = unit(times(matrix, d, vector), vector)
  const image = times(matrix, d, vector)
  return {
    vector: turned(vector),
    value: Math.max(
      0,
      vector.reduce((sum, x, i) => sum + x * image[i], 0),
    ),
  }
}

function times(matrix: Float64Array, d: number, vector: Float64Array): Float64Array {
  return vector.map((_, i) => {
    let sum = 0
    for (let j = 0; j < d; j++) sum += matrix[i * d + j] * vector[j]
    return sum
  })
}

/** A cloud without any extent has no direction: the one before is kept. */
function unit(vector: Float64Array, before: Float64Array): Float64Array {
  const length = Math.hypot(...vector)
  return length > 1e-300 ? vector.map((x) => x / length) : before.map((x) => x / Math.hypot(...before))
}

function deflated(matrix: Float64Array, d: number, { vector, value }: Direction): Float64Array {
  return matrix.map((entry, i) => entry - value * vector[Math.floor(i / d)] * vector[i % d])
}

function turned(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
  return largest < 0 ? axis.map((value) => -value) : axis
}
