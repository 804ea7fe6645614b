import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { placeMeans } from '../../main/models/sphere.ts'
import { smallestAngle } from '../../main/models/sphere/angle.ts'

/** The best known smallest angles in degrees, by dimension and number of points; not all are proved. */
const REFERENCE: Record<number, Record<number, number>> = {
  3: {
    4: 109.4712, 5: 90, 6: 90, 7: 77.8695, 8: 74.8585, 9: 70.5288, 10: 66.1468, 11: 63.4349, 12: 63.4349,
    13: 57.1367, 14: 55.6706, 15: 53.6579, 16: 52.2444, 20: 47.431, 24: 43.6908,
  },
  4: { 5: 104.4775, 6: 90, 7: 90, 8: 90, 9: 80.6761, 10: 80.4059, 11: 76.679, 12: 75.5225, 24: 60 },
  5: { 11: 82.3655, 12: 81.1452, 16: 78.463 },
  6: { 13: 83.5071 },
}

const options = { seed: 7, numRuns: 60 }

/** K and d that have a closed form or lie in the table; what is searched for on demand is slower to test. */
const dimensions = fc.oneof(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 12, max: 60 }))
const sizes = fc.tuple(fc.integer({ min: 1, max: 24 }), dimensions)

function centroidLength(means: number[][]): number {
  const sum = means[0].map((_, j) => means.reduce((total, mean) => total + mean[j], 0))
  return Math.hypot(...sum) / means.length
}

describe('the means are as far apart as is known to be possible', () => {
  for (const [dimension, angles] of Object.entries(REFERENCE)) {
    test.each(Object.entries(angles))(`%s points in ${dimension} dimensions: %f degrees`, (points, angle) => {
      const found = smallestAngle(placeMeans(Number(points), Number(dimension), 3))
      expect(Math.abs(found - angle)).toBeLessThan(0.01)
    })
  }

  test('on the circle neighbours are 360/K degrees apart', () => {
    for (let points = 2; points <= 40; points++) {
      expect(smallestAngle(placeMeans(points, 2, 1))).toBeCloseTo(360 / points, 8)
    }
  })

  test('up to d+1 points form the regular simplex: every pair is equally far apart', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(20), (points, spare) => {
      const means = placeMeans(points, Math.max(2, points - 1 + spare), 1)
      const cosine = -1 / (points - 1)
      for (const [a, u] of means.entries()) {
        for (const v of means.slice(0, a)) {
          expect(u.reduce((sum, x, j) => sum + x * v[j], 0)).toBeCloseTo(cosine, 10)
        }
      }
    }), options)
  })

  test('from d+2 to 2d points no pair is nearer than 90 degrees', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (dimension, n) => {
      const points = dimension + 2 + (n % (dimension - 1))
      expect(smallestAngle(placeMeans(points, dimension, 1))).toBeGreaterThan(90 - 1e-6)
    }), options)
  })
})

describe('any number of classes in any dimension', () => {
  test('gives K points of d coordinates on the sphere, the first on the first axis', () => {
    const radii = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
    fc.assert(fc.property(sizes, radii, ([points, dimension], radius) => {
      const means = placeMeans(points, dimension, radius)
      expect(means.length).toBe(points)
      for (const mean of means) {
        expect(mean.length).toBe(dimension)
        expect(Math.abs(Math.hypot(...mean) / radius - 1)).toBeLessThan(1e-12)
      }
      expect(means[0][0] / radius).toBeCloseTo(1, 6)
    }), options)
  })

  test('never puts two of them on one spot', () => {
    fc.assert(fc.property(sizes, ([points, dimension]) => {
      expect(smallestAngle(placeMeans(points, dimension, 3))).toBeGreaterThan(13)
    }), options)
  })

  test('is centred where the construction has a closed form', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (dimension, n) => {
      const points = 2 + (n % (2 * dimension - 1))
      expect(centroidLength(placeMeans(points, dimension, 1))).toBeLessThan(1e-12)
    }), options)
  })

  test('gives the same points every time, and not the same arrays', () => {
    for (const [points, dimension] of [[5, 2], [7, 3], [20, 5], [25, 4]]) {
      const first = placeMeans(points, dimension, 3)
      const second = placeMeans(points, dimension, 3)
      expect(second).toEqual(first)
      second[0][0] = 99
      expect(placeMeans(points, dimension, 3)).toEqual(first)
    }
  })

  test('also such as neither a form nor the table has', () => {
    const means = placeMeans(25, 4, 2)
    expect(means.map((mean) => Math.hypot(...mean).toFixed(12))).toEqual(Array(25).fill('2.000000000000'))
    expect(smallestAngle(means)).toBeGreaterThan(57)
  })

  test('one class lies on the first axis', () => {
    expect(placeMeans(1, 4, 3)).toEqual([[3, 0, 0, 0]])
  })
})

describe('what cannot be placed is refused in one sentence', () => {
  test.each([
    [0, 3, 3, /classes/], [-1, 3, 3, /classes/], [2.5, 3, 3, /classes/], [Number.NaN, 3, 3, /classes/],
    [3, 1, 3, /dimension/], [3, 2.5, 3, /dimension/], [3, Number.NaN, 3, /dimension/],
    [3, 3, 0, /radius/], [3, 3, -1, /radius/], [3, 3, Number.POSITIVE_INFINITY, /radius/],
  ])('K = %f, d = %f, r = %f', (classes, dimension, radius, message) => {
    expect(() => placeMeans(classes, dimension, radius)).toThrow(RangeError)
    expect(() => placeMeans(classes, dimension, radius)).toThrow(message)
  })
})
