import { Vector3 } from 'three'

/** A box around points. */
export interface Extent { centre: Vector3; size: Vector3 }

/** Leaves the outermost points out, so that one stray does not shrink all others to a dot. */
const nearlyAll = 0.996

/**
 * The box that nearly all of the points lie in, and all of `also`.
 * @param points Float32, count x 3. @param positions those that count. @param share of the points in it
 */
export function extentOf(
  points: Float32Array, positions: Uint32Array, also: number[][], share = nearlyAll,
): Extent {
  const [low, high] = [new Vector3(), new Vector3()]
  for (const axis of [0, 1, 2]) {
    const values = Float32Array.from(positions, (position) => points[3 * position + axis]).sort()
    const cut = Math.floor((values.length * (1 - share)) / 2)
    const others = also.map((point) => point[axis] ?? 0)
    low.setComponent(axis, Math.min(...others, values[cut] ?? Infinity))
    high.setComponent(axis, Math.max(...others, values[values.length - 1 - cut] ?? -Infinity))
  }
  if (!Number.isFinite(low.x)) return { centre: new Vector3(), size: new Vector3(2, 2, 2) }
  const size = high.clone().sub(low)
  return { centre: low.add(high).multiplyScalar(0.5), size: size.max(new Vector3(1e-3, 1e-3, 1e-3)) }
}
