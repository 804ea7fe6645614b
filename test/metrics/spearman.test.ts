import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spearman } from '../../main/metrics/spearman.ts'

test('it is what scipy.stats.spearmanr gives', () => {
  // spearmanr([1, 2, 3, 4, 5, 5], [5, 6, 7, 8, 7, 1]).statistic, SciPy 1.17
  expect(spearman([1, 2, 3, 4, 5, 5], [5, 6, 7, 8, 7, 1])).toBeCloseTo(0.1323529411764706, 12)
})

test('it is 1 for the same order and -1 for the opposite, and does not depend on the scale', () => {
  const distinct = fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 40 })
  fc.assert(fc.property(distinct, (values) => {
    expect(spearman(values, values.map((value) => Math.atan(value / 1e6)))).toBeCloseTo(1, 9)
    expect(spearman(values, values.map((value) => -value))).toBeCloseTo(-1, 9)
  }), { seed: 1 })
})

test('what does not vary has none, and lists of two lengths are refused', () => {
  expect(spearman([1, 1], [1, 2])).toBeNaN()
  expect(() => spearman([1, 2], [1])).toThrow('2 and 1 numbers')
})
