import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { quantileThreshold } from '../../main/metrics/quantileThreshold.ts'
import { stream } from '../../main/models/random.ts'
import references from './fixtures/thresholds.json' with { type: 'json' }

const options = { seed: 9, numRuns: 200 }

describe('the threshold at a false positive rate', () => {
  test.each(references)('is between the order statistics of SciPy: $count normals, $rate', (reference) => {
    const { count, rate, flagged, lowerRank, upperRank, coverage } = reference
    const ranks = stream('ranks').permutation(count).map((rank) => rank + 1)
    const found = quantileThreshold(ranks, rate)
    expect(found.threshold).toBe(count - flagged)
    expect(found.falsePositiveRate).toBe(flagged / count)
    expect([found.lower, found.upper]).toEqual([lowerRank, upperRank ?? Infinity])
    expect(found.coverage).toBeCloseTo(coverage, 12)
  })

  test('flags at most that share, and one score lower would flag more', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 })
    fc.assert(fc.property(scores, fc.double({ min: 0, max: 0.999, noNaN: true }), (normals, rate) => {
      const { threshold, falsePositiveRate, lower, upper } = quantileThreshold(normals, rate)
      const above = (limit: number) => normals.filter((score) => score > limit).length / normals.length
      expect(above(threshold)).toBe(falsePositiveRate)
      expect(falsePositiveRate).toBeLessThanOrEqual(rate)
      const next = Math.max(...normals.filter((score) => score < threshold))
      if (Number.isFinite(next)) expect(above(next)).toBeGreaterThan(rate)
      expect(lower <= threshold && threshold <= upper).toBe(true)
    }), options)
  })

  test('has an interval that holds the true quantile as often as it says', () => {
    const found = Array.from({ length: 500 }, (_, i) => quantileThreshold(stream(`t-${i}`).normals(150), 0.1))
    const truth = 1.2815515655446004
    const held = found.filter(({ lower, upper }) => lower <= truth && truth <= upper)
    expect(Math.abs(held.length / 500 - found[0].coverage)).toBeLessThan(0.035)
  })

  test('at a rate of 0 is the highest normal score', () => {
    expect(quantileThreshold([3, 1, 2], 0)).toMatchObject({ threshold: 3, falsePositiveRate: 0 })
  })

  test('with few normals leaves the interval open', () => {
    const { lower, upper, coverage } = quantileThreshold([1, 2, 3], 0.05)
    expect([lower, upper]).toEqual([2, Infinity])
    expect(coverage).toBeCloseTo(1 - 0.05 ** 3 - 3 * 0.95 * 0.05 ** 2, 14)
    expect(quantileThreshold([5], 0.5)).toMatchObject({ lower: -Infinity, upper: Infinity, coverage: 1 })
  })

  test('may pass over infinite scores, but is not one', () => {
    const normals = [Infinity, ...Array.from({ length: 99 }, (_, i) => i)]
    expect(quantileThreshold(normals, 0.05).threshold).toBe(94)
    expect(() => quantileThreshold(normals, 0)).toThrow(/infinite/)
  })

  test('is refused for no scores, scores that are none, and rates that are none', () => {
    expect(() => quantileThreshold([], 0.05)).toThrow(RangeError)
    expect(() => quantileThreshold([1, NaN], 0.05)).toThrow(/not a number/)
    for (const rate of [-0.1, 1, NaN]) expect(() => quantileThreshold([1], rate)).toThrow(RangeError)
  })
})
