/** A closed line through points in latent space, in a colour of the stylesheet. */
export interface Outline {
  points: number[][]
  colour: string
}

const corners = 96
const angles = Array.from({ length: corners }, (_, i) => (2 * Math.PI * i) / corners)

/** The sphere that the classes' prior means lie on: a circle, or three great circles. */
export function sphereOutlines(radius: number, dimension: 2 | 3): Outline[] {
  const circle = (place: (x: number, y: number) => number[]): Outline => ({
    points: angles.map((angle) => place(radius * Math.cos(angle), radius * Math.sin(angle))),
    colour: '--axis',
  })
  if (dimension === 2) return [circle((x, y) => [x, y, 0])]
  return [circle((x, y) => [x, y, 0]), circle((x, y) => [x, 0, y]), circle((x, y) => [0, x, y])]
}

/**
 * Where a Gaussian in the plane is `sigmas` away from its mean: m + sigmas L (cos, sin) with the
 * covariance's Cholesky factor L.
 * @param covariance 2 x 2, row by row
 */
export function ellipse(mean: number[], [a, b, , d]: number[], sigmas: number, colour: string): Outline {
  const l11 = Math.sqrt(a)
  const l21 = b / l11
  const l22 = Math.sqrt(Math.max(0, d - l21 * l21))
  const points = angles.map((angle) => {
    const [x, y] = [Math.cos(angle) * sigmas, Math.sin(angle) * sigmas]
    return [mean[0] + l11 * x, mean[1] + l21 * x + l22 * y, 0]
  })
  return { points, colour }
}
