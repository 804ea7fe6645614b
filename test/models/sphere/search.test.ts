import { describe, expect, test } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { smallestAngle } from '../../../main/models/sphere/angle.ts'
import { energy } from '../../../main/models/sphere/energy.ts'
import { minimise } from '../../../main/models/sphere/lbfgs.ts'
import { canonicalPose } from '../../../main/models/sphere/pose.ts'
import { affordable, searchPlacement } from '../../../main/models/sphere/search.ts'

function vectors(name: string, points: number, dimension: number): number[][] {
  const random = stream(name)
  return Array.from({ length: points }, () => Array.from({ length: dimension }, () => random.normal()))
}

/** A random orthogonal map: the reflections at d random planes, one after the other. */
function turned(points: number[][], name: string): number[][] {
  const dimension = points[0].length
  return vectors(name, dimension, dimension).reduce((rows, normal) => {
    const squared = normal.reduce((sum, x) => sum + x * x, 0)
    return rows.map((row) => {
      const along = (2 * row.reduce((sum, x, j) => sum + x * normal[j], 0)) / squared
      return row.map((x, j) => x - along * normal[j])
    })
  }, points)
}

describe('the energy', () => {
  test.each([1, 4, 7])('has the gradient of its differences at s = 2^%i', (halvings) => {
    const x = Float64Array.from(vectors('gradient', 7, 4).flat())
    const gradient = new Float64Array(x.length)
    const ignored = new Float64Array(x.length)
    energy(x, 4, halvings, gradient)
    for (let j = 0; j < x.length; j++) {
      const [above, below] = [1e-6, -1e-6].map((step) => energy(x.with(j, x[j] + step), 4, halvings, ignored))
      expect(Math.abs((above - below) / 2e-6 - gradient[j])).toBeLessThan(1e-6)
    }
  })

  test('is the log of the sum over pairs of distance^-2s, over 2s', () => {
    const x = Float64Array.of(1, 0, 0, 2, -3, 0)
    const expected = Math.log(2 * 2 ** -4 + 4 ** -4) / 8
    expect(energy(x, 2, 2, new Float64Array(6))).toBeCloseTo(expected, 14)
  })

  test('stays finite where two points coincide', () => {
    const gradient = new Float64Array(6)
    expect(energy(Float64Array.of(1, 0, 1, 0, 0, 1), 2, 10, gradient)).toBeLessThan(30)
    expect(gradient.every(Number.isFinite)).toBe(true)
  })
})

test('L-BFGS finds the minimum of the Rosenbrock valley', () => {
  const x = Float64Array.of(-1.2, 1)
  minimise(([a, b], gradient) => {
    gradient[0] = -400 * a * (b - a * a) - 2 * (1 - a)
    gradient[1] = 200 * (b - a * a)
    return 100 * (b - a * a) ** 2 + (1 - a) ** 2
  }, x, { evaluations: 500, tolerance: 1e-30 })
  expect(x[0]).toBeCloseTo(1, 6)
  expect(x[1]).toBeCloseTo(1, 6)
})

describe('the pose', () => {
  test('does not depend on how the placement lay in space', () => {
    const points = vectors('pose', 9, 4)
    const posed = canonicalPose(points)
    for (const name of ['a', 'b', 'c']) {
      const again = canonicalPose(turned(points, name))
      again.forEach((row, k) => row.forEach((x, j) => expect(x).toBeCloseTo(posed[k][j], 10)))
    }
  })

  test('is lower triangular with a positive diagonal', () => {
    canonicalPose(vectors('pose', 4, 4)).forEach((row, k) => {
      expect(row[k]).toBeGreaterThan(0)
      for (const behind of row.slice(k + 1)) expect(Math.abs(behind)).toBeLessThan(1e-12)
    })
  })

  test('keeps the angles, also where the first points are parallel', () => {
    const points = [[1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 1, 1]]
    expect(canonicalPose(points)[2]).toEqual([0, 1, 0])
    expect(smallestAngle(canonicalPose(points))).toBeCloseTo(45, 10)
  })
})

describe('a search on demand', () => {
  test('is right for placements that are known', () => {
    for (const [points, dimension, angle] of [[9, 4, 80.6761], [12, 5, 81.1452], [15, 3, 53.6579]]) {
      expect(Math.abs(smallestAngle(searchPlacement(points, dimension)) - angle)).toBeLessThan(0.01)
    }
  })

  test('spreads many points with one start that it cannot follow to the end', () => {
    const effort = { starts: 1, evaluations: 60 }
    const random = smallestAngle(vectors('random', 200, 8))
    expect(smallestAngle(searchPlacement(200, 8, effort))).toBeGreaterThan(3 * random)
  })

  test('plans less where there are more points, and never nothing', () => {
    expect(affordable(20, 8)).toEqual({ starts: 60, evaluations: 1500 })
    expect(affordable(1000, 8).starts).toBe(1)
    expect(affordable(100_000, 256)).toEqual({ starts: 1, evaluations: 4 })
  })
})
