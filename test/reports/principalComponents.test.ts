import { expect, test } from 'vitest'
import { principalPlane, project } from '../../main/reports/principalComponents.ts'
import reference from './fixtures/pca.json' with { type: 'json' }

test("the plane is scikit-learn's: shares of variance and places of the points", () => {
  const points = Float32Array.from(reference.points.flat())
  const dimension = reference.points[0].length
  const plane = principalPlane(points, dimension)
  plane.shares.forEach((share, k) => expect(share).toBeCloseTo(reference.shares[k], 6))
  reference.points.forEach((_, i) => {
    project(points, i * dimension, plane).forEach((value, k) =>
      expect(value).toBeCloseTo(reference.projected[i][k], 4),
    )
  })
})

test('the shares of points that are all alike are 0', () => {
  expect(principalPlane(new Float32Array(30).fill(2), 3).shares).toEqual([0, 0])
})
