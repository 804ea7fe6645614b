import type { Point, ThresholdCurve } from './curvePoints.ts'
import { above } from './scoresByRole.ts'

/**
 * The corners of the ROC curve of two groups from (0, 0) to (1, 1), the anomaly being the positive class; null where one
 * of them is empty.
 * Points on the straight line between their neighbours are left out.
 * @param normals rising scores of the known classes' test images
 * @param anomalies rising scores of the held-out ones
 */
export function rocCurve(normals: Float32Array, anomalies: Float32Array): ThresholdCurve | null {
  if (normals.length === 0 || anomalies.length === 0) return null
  const curve: ThresholdCurve = { points: [[0, 0]], thresholds: [Math.max(normals.at(-1)!, anomalies.at(-1)!)] }
  let [i, j] = [normals.length, anomalies.length]
  while (i > 0 || j > 0) {
    const score = Math.max(normals[i - 1] ?? -Infinity, anomalies[j - 1] ?? -Infinity)
    while (i > 0 && normals[i - 1] === score) i--
    while (j > 0 && anomalies[j - 1] === score) j--
    addCorner(curve, [1 - i / normals.length, 1 - j / anomalies.length])
    curve.thresholds.push(Math.max(normals[i - 1] ?? -Infinity, anomalies[j - 1] ?? -Infinity))
  }
  return curve
}

/** Takes the last corner away where it lies on the way from the one before it to the new one. */
function addCorner({ points, thresholds }: ThresholdCurve, point: Point): void {
  const [last, before] = [points.at(-1)!, points.at(-2)]
  if (before && isStraight(before, last, point)) {
    points.pop()
    thresholds.pop()
  }
  points.push(point)
}

function isStraight(a: [number, number], b: [number, number], c: [number, number]): boolean {
  return Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) < 1e-12
}

/** Where a threshold lies on the curve. */
export function operatingPoint(
  normals: Float32Array,
  anomalies: Float32Array,
  threshold: number,
): [number, number] {
  return [above(normals, threshold) / normals.length, above(anomalies, threshold) / anomalies.length]
}
