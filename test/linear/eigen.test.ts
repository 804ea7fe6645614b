import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eigenDecomposition } from '../../main/linear/eigen.ts'

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

test('eigenvalues fall, and eigenvectors are of length 1 and at right angles, also where values are equal', () => {
  const { values, vectors } = eigenDecomposition(Float64Array.of(2, 0, 0, 0, 5, 0, 0, 0, 2), 3)
  expect([...values]).toEqual([5, 2, 2])
  vectors.forEach((v, i) => vectors.forEach((w, j) => {
    expect(v.reduce((sum, x, n) => sum + x * w[n], 0)).toBeCloseTo(i === j ? 1 : 0, 12)
  }))
})
