import { expect, test } from 'vitest'
import { principalPlane as jacobiPlane } from '../../../main/reports/principalComponents.ts'
import { stream } from '../../../main/models/random.ts'
import { onPlane, principalPlane } from '../../../renderer/results/principalComponents.ts'

/** Points that vary differently along each axis, turned a little. */
function cloud(count: number, dimension: number): Float32Array {
  const random = stream('1/cloud')
  const points = new Float32Array(count * dimension)
  for (let i = 0; i < points.length; i++)
    points[i] =
      (random.uniform() - 0.5) * (dimension - (i % dimension)) + (i % dimension ? 0.3 * points[i - 1] : 0)
  return points
}

test('the principal plane is the one that the report draws', () => {
  const points = cloud(600, 5)
  const [plane, reference] = [principalPlane(points, 5), jacobiPlane(points, 5)]
  for (const k of [0, 1]) {
    plane.axes[k].forEach((entry, i) => expect(entry).toBeCloseTo(reference.axes[k][i], 5))
    expect(plane.shares[k]).toBeCloseTo(reference.shares[k], 6)
  }
})

test('a cloud without any extent has a plane all the same', () => {
  const plane = principalPlane(new Float32Array(30).fill(2), 3)
  expect(plane.shares.every(Number.isFinite)).toBe(true)
  onPlane(new Float32Array(3).fill(2), 3, plane).forEach((place) => expect(place).toBeCloseTo(0))
})
