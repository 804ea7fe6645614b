import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { holm } from '../../main/metrics/holm.ts'
import { type Alternative, wilcoxon } from '../../main/metrics/wilcoxon.ts'
import { options } from './arbitraries.ts'
import references from './fixtures/wilcoxon.json' with { type: 'json' }

const differences = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 })

/** Both tails by going through all 2^n choices of signs. */
function byEnumeration(values: number[]) {
  const sizes = values.filter((x) => x !== 0).map(Math.abs)
  const ranks = sizes.map((x) => {
    return sizes.filter((y) => y < x).length + (sizes.filter((y) => y === x).length + 1) / 2
  })
  const sumOf = (positive: (i: number) => boolean) => {
    return ranks.reduce((sum, rank, i) => sum + (positive(i) ? rank : 0), 0)
  }
  const signs = values.filter((x) => x !== 0)
  const seen = sumOf((i) => signs[i] > 0)
  const choices = Array.from({ length: 2 ** ranks.length }, (_, choice) => choice)
  const sums = choices.map((choice) => sumOf((i) => ((choice >> i) & 1) === 1))
  const share = (condition: (sum: number) => boolean) => sums.filter(condition).length / sums.length
  return { above: share((sum) => sum >= seen), below: share((sum) => sum <= seen) }
}

describe("Wilcoxon's signed-rank test", () => {
  test.each(references)('is that of SciPy: $differences.length differences, $alternative', (reference) => {
    const found = wilcoxon(reference.differences, reference.alternative as Alternative)
    expect(found.statistic).toBe(reference.statistic)
    expect(Math.abs(found.p - reference.p)).toBeLessThan(1e-12)
  })

  test('is exact for few differences, also with ties and zeros', () => {
    fc.assert(fc.property(differences, (values) => {
      const { above, below } = byEnumeration(values)
      expect(wilcoxon(values, 'greater').p).toBeCloseTo(above, 12)
      expect(wilcoxon(values, 'less').p).toBeCloseTo(below, 12)
    }), { ...options, numRuns: 60 })
  })

  test('does not see which detector came first', () => {
    fc.assert(fc.property(differences, (values) => {
      const turned = values.map((x) => -x)
      expect(wilcoxon(turned).p).toBeCloseTo(wilcoxon(values).p, 12)
      expect(wilcoxon(turned, 'greater').p).toBeCloseTo(wilcoxon(values, 'less').p, 12)
    }), options)
  })

  test('says which method it took', () => {
    const distinct = Array.from({ length: 51 }, (_, i) => i + 1)
    expect(wilcoxon(distinct.slice(0, 50)).method).toBe('exact')
    expect(wilcoxon(distinct).method).toBe('normal')
    expect(wilcoxon(Array.from({ length: 14 }, () => 1)).method).toBe('normal')
  })

  test('finds nothing where all differences are 0', () => {
    expect(wilcoxon([0, 0, 0])).toMatchObject({ statistic: 0, p: 1, count: 0 })
    expect(wilcoxon(Array.from({ length: 80 }, () => 0)).p).toBe(1)
  })

  test('refuses no differences and numbers that are none', () => {
    expect(() => wilcoxon([])).toThrow(RangeError)
    expect(() => wilcoxon([1, Infinity])).toThrow(/Difference 1/)
  })
})

describe("Holm's adjustment", () => {
  test('of the textbook example', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    const expected = [0.03, 0.06, 0.06, 0.02]
    adjusted.forEach((p, i) => expect(p).toBeCloseTo(expected[i], 12))
  })

  test('keeps the order, never lowers a p, and is at most Bonferroni', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(fc.property(fc.array(p, { maxLength: 20 }), (values) => {
      const adjusted = holm(values)
      values.forEach((a, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(a)
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, a * values.length))
        values.forEach((b, j) => expect(a <= b || adjusted[i] >= adjusted[j]).toBe(true))
      })
    }), options)
  })

  test('of one test is that test, and of no probability refused', () => {
    expect(holm([0.2])).toEqual([0.2])
    expect(holm([])).toEqual([])
    expect(() => holm([0.1, NaN])).toThrow(RangeError)
    expect(() => holm([1.2])).toThrow(RangeError)
  })
})
