/** A point in shares of an axis, x to the right and y upwards. */
export type Point = [x: number, y: number]

/** A curve whose points have each the threshold above which images are flagged there, from none to all. */
export interface ThresholdCurve { points: Point[]; thresholds: number[] }

/** Where a point of a curve lies in the picture, as shares of its width and height. */
export type Place = (point: Point) => Point

/** The index of the point that lies nearest to a place in the picture. */
export function nearestPoint({ points }: ThresholdCurve, place: Place, [x, y]: Point): number {
  let [best, least] = [0, Infinity]
  points.forEach((point, i) => {
    const [px, py] = place(point)
    const apart = (px - x) ** 2 + (py - y) ** 2
    if (apart < least) [best, least] = [i, apart]
  })
  return best
}

/** The first point of a curve that flags what a threshold flags, or more: thresholds fall along it. */
export function pointOf({ thresholds }: ThresholdCurve, threshold: number): number {
  let [low, high] = [0, thresholds.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (thresholds[middle] <= threshold) high = middle
    else low = middle + 1
  }
  return low
}

/** Where a key leads from a point of a curve; null for a key that leads nowhere. */
export function nextPoint(key: string, at: number, points: number): number | null {
  const step = Math.max(1, Math.round(points / 200))
  const steps: Record<string, number> = {
    ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: 10 * step, PageDown: -10 * step,
    Home: -Infinity, End: Infinity,
  }
  return steps[key] === undefined ? null : Math.min(points - 1, Math.max(0, at + steps[key]))
}

/** So many steps of the picture's width and height are told apart. */
const grain = 1500

/** The points of a curve without those that lie in the same spot of the picture as the one before. */
export function thinned(points: Point[], place: Place): Point[] {
  let last = -1
  return points.filter((point, i) => {
    const [x, y] = place(point)
    const spot = Math.round(x * grain) * (grain + 1) + Math.round(y * grain)
    const isNew = spot !== last || i === points.length - 1
    last = spot
    return isNew
  })
}
