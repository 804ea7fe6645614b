export type Corner = [x: number, y: number]

/**
 * Which points lie within a polygon: those from which a ray crosses it an odd number of times.
 * @param places Float32, count x 2; a place that is not a number lies nowhere
 * @returns one a point: 1 within, 0 not
 */
export function withinPolygon(places: Float32Array, polygon: readonly Corner[]): Uint8Array {
  const within = new Uint8Array(places.length / 2)
  const [xs, ys] = [0, 1].map((axis) => Float64Array.from(polygon, (corner) => corner[axis]))
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  for (let i = 0; i < within.length; i++) {
    const [x, y] = [places[2 * i], places[2 * i + 1]]
    if (x >= left && x <= right && y >= low && y <= high) within[i] = crossings(xs, ys, x, y) & 1
  }
  return within
}

/** How many edges a ray to the right crosses. Half-open in y, so that a corner counts once. */
function crossings(xs: Float64Array, ys: Float64Array, x: number, y: number): number {
  let crossed = 0
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    if (ys[i] > y === ys[before] > y) continue
    if (x < xs[i] + ((xs[before] - xs[i]) * (y - ys[i])) / (ys[before] - ys[i])) crossed++
  }
  return crossed
}

/**
 * A line with fewer corners, none of those left out further than `tolerance` from it (Ramer 1972, Douglas and Peucker
 * 1973).
 */
export function simplified(line: readonly Corner[], tolerance: number): Corner[] {
  if (line.length < 3) return [...line]
  const [first, last] = [line[0], line.at(-1)!]
  let [farthest, distance] = [0, tolerance]
  for (let i = 1; i < line.length - 1; i++) {
    const apart = distanceToSegment(line[i], first, last)
    if (apart > distance) [farthest, distance] = [i, apart]
  }
  if (farthest === 0) return [first, last]
  return [...simplified(line.slice(0, farthest + 1), tolerance).slice(0, -1), ...simplified(line.slice(farthest), tolerance)]
}

function distanceToSegment([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
