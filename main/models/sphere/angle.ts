/**
 * The smallest angle between two of the points as seen from the origin, in degrees; 180 for a single point.
 *
 * From chord and sum, 2 atan2(|u - v|, |u + v|), which keeps its accuracy where the arc cosine of u.v loses
 * it.
 *
 * @param points K x d vectors of any lengths but zero.
 */
export function smallestAngle(points: number[][]): number {
  const units = points.map((point) => {
    const length = Math.hypot(...point)
    return point.map((value) => value / length)
  })
  let smallest = Math.PI
  units.forEach((u, a) => {
    for (const v of units.slice(0, a)) smallest = Math.min(smallest, angleBetween(u, v))
  })
  return (smallest * 180) / Math.PI
}

function angleBetween(u: number[], v: number[]): number {
  let chord = 0
  let sum = 0
  for (let j = 0; j < u.length; j++) {
    chord += (u[j] - v[j]) ** 2
    sum += (u[j] + v[j]) ** 2
  }
  return 2 * Math.atan2(Math.sqrt(chord), Math.sqrt(sum))
}
