/** A closed line through points of the picture, in a colour of the stylesheet; two points are a stroke. */
export interface Outline {
  points: number[][]
  colour: string
  /** From 0, not seen, to 1. */
  strength: number
}

const corners = 96
const angles = Array.from({ length: corners }, (_, i) => (2 * Math.PI * i) / corners)

/** A circle on a sphere: `place` puts the two coordinates of its plane into space. */
function circle(radius: number, strength: number, place: (x: number, y: number) => number[]): Outline {
  return {
    points: angles.map((angle) => place(radius * Math.cos(angle), radius * Math.sin(angle))),
    colour: '--axis',
    strength,
  }
}

/** The sphere that the classes' prior means lie on: a circle, or a wire of three great circles and fainter lines. */
export function sphereOutlines(radius: number, dimension: 2 | 3): Outline[] {
  if (dimension === 2) return [circle(radius, 0.85, (x, y) => [x, y, 0])]
  return [
    circle(radius, 0.55, (x, y) => [x, 0, y]),
    ...shares(4).map((turn) => meridian(radius, Math.PI * turn)),
    ...[-2, -1, 1, 2].map((step) => parallel(radius, (step * Math.PI) / 6)),
  ]
}

const shares = (count: number) => Array.from({ length: count }, (_, i) => i / count)

const meridian = (radius: number, turn: number) =>
  circle(radius, turn === 0 ? 0.55 : 0.22, (x, y) => [x * Math.cos(turn), y, x * Math.sin(turn)])

const parallel = (radius: number, latitude: number) =>
  circle(radius * Math.cos(latitude), 0.22, (x, y) => [x, radius * Math.sin(latitude), y])

/** How strongly 1, 2 and 3 standard deviations are drawn. */
const sigmaStrengths = [0.95, 0.6, 0.35]

/**
 * Where a Gaussian in the plane is 1, 2 and 3 standard deviations away from its mean: m + sigmas L (cos, sin).
 * @param lower L, the covariance's Cholesky factor, 2 x 2, row by row
 */
export function ellipses(mean: number[], [l11, , l21, l22]: number[], colour: string): Outline[] {
  return sigmaStrengths.map((strength, i) => ({
    points: angles.map((angle) => {
      const [x, y] = [(i + 1) * Math.cos(angle), (i + 1) * Math.sin(angle)]
      return [mean[0] + l11 * x, mean[1] + l21 * x + l22 * y, 0]
    }),
    colour,
    strength,
  }))
}

/**
 * Where a Gaussian in space is so many standard deviations away: the three great circles of the unit sphere, taken by L.
 * @param lower L, 3 x 3, row by row
 */
export function ellipsoid(mean: number[], lower: number[], sigmas: number, colour: string): Outline[] {
  const taken = ([x, y, z]: number[]) => [
    mean[0] + lower[0] * x,
    mean[1] + lower[3] * x + lower[4] * y,
    mean[2] + lower[6] * x + lower[7] * y + lower[8] * z,
  ]
  const planes = [
    (x: number, y: number) => [x, y, 0],
    (x: number, y: number) => [x, 0, y],
    (x: number, y: number) => [0, x, y],
  ]
  return planes.map((place) => {
    const { points } = circle(sigmas, 1, place)
    return { points: points.map(taken), colour, strength: 0.4 }
  })
}

/** A small ring where a class was placed: one of a plane, two of a space. */
export function priorMark([x, y, z]: number[], size: number, dimension: 2 | 3, colour: string): Outline[] {
  const planes = [
    (u: number, v: number) => [x + u, y + v, z],
    ...(dimension === 3 ? [(u: number, v: number) => [x + u, y, z + v]] : []),
  ]
  return planes.map((place) => ({ ...circle(size, 1, place), colour }))
}

/** A small cross where nothing was placed. */
export function centreMark([x, y, z]: number[], size: number, dimension: 2 | 3): Outline[] {
  const strokes = [[size, 0, 0], [0, size, 0], ...(dimension === 3 ? [[0, 0, size]] : [])]
  return strokes.map(([u, v, w]) => ({
    points: [[x - u, y - v, z - w], [x + u, y + v, z + w]],
    colour: '--ink',
    strength: 0.9,
  }))
}

/** A straight line, such as a value of an axis. */
export const stroke = (from: number[], to: number[]): Outline => ({
  points: [from, to], colour: '--axis', strength: 0.7,
})
