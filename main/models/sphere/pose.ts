/** What remains of a vector shorter than this once the earlier directions are taken out counts as nothing. */
const DEPENDENT = 1e-6

/**
 * The same points turned (and mirrored, where needed) so that the first lies on the first axis, the second in
 * the half-plane of the first two with a positive second coordinate, and so on: the placement no longer
 * depends on how it happened to lie in space. Points that add no new direction are passed over.
 *
 * @param points K x d vectors, not all zero.
 */
export function canonicalPose(points: number[][]): number[][] {
  const axes: number[][] = []
  for (const point of points) {
    if (axes.length === point.length) break
    const rest = withoutAxes(withoutAxes(point, axes), axes)
    const length = Math.sqrt(inner(rest, rest))
    if (length > DEPENDENT) axes.push(rest.map((value) => value / length))
  }
  return points.map((point) => point.map((_, j) => (j < axes.length ? inner(point, axes[j]) : 0)))
}

/** The part of a vector at right angles to the axes; taken twice it is so to rounding (Gram and Schmidt). */
function withoutAxes(vector: number[], axes: number[][]): number[] {
  return axes.reduce((rest, axis) => {
    const along = inner(vector, axis)
    return rest.map((value, j) => value - along * axis[j])
  }, vector)
}

function inner(a: number[], b: number[]): number {
  return a.reduce((sum, value, j) => sum + value * b[j], 0)
}
