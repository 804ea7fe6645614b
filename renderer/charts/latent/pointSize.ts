/** How large and how opaque points are drawn, so that few are seen well and many do not cover each other. */
export interface PointSize { pixels: number; alpha: number }

const [few, many] = [{ points: 300, pixels: 10, alpha: 0.9 }, { points: 100_000, pixels: 3.5, alpha: 0.55 }]

/** A picture of this size in pixels has points of the full size; smaller ones have smaller points, to a limit. */
const [wide, smallest] = [720 * 480, 0.6]

/** Between the two by the logarithm of their number. @param area of the picture in pixels */
export function pointSize(points: number, area: number): PointSize {
  const place = Math.log(Math.max(1, points) / few.points) / Math.log(many.points / few.points)
  const share = Math.min(1, Math.max(0, place))
  const between = (a: number, b: number) => a + share * (b - a)
  const scale = Math.min(1, Math.max(smallest, Math.sqrt(area / wide)))
  return { pixels: scale * between(few.pixels, many.pixels), alpha: between(few.alpha, many.alpha) }
}
