import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eigenDecomposition } from '../../main/reports/eigenDecomposition.ts'
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

test('eigenvectors times eigenvalues give the matrix back', () => {
  const size = 5
  const entries = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
    minLength: size * size,
    maxLength: size * size,
  })
  fc.assert(
    fc.property(entries, (values) => {
      const matrix = Float64Array.from(
        values,
        (_, k) => values[k] + values[(k % size) * size + Math.floor(k / size)],
      )
      const { values: lambda, vectors } = eigenDecomposition(matrix, size)
      matrix.forEach((entry, k) => {
        const [i, j] = [Math.floor(k / size), k % size]
        expect(vectors.reduce((sum, v, n) => sum + lambda[n] * v[i] * v[j], 0)).toBeCloseTo(entry, 8)
      })
    }),
    { seed: 3, numRuns: 50 },
  )
})
