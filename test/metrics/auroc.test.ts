import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { auroc, partialAuroc } from '../../main/metrics/auroc.ts'
import { options, scored } from './arbitraries.ts'
import references from './fixtures/detection.json' with { type: 'json' }

/** Every anomaly against every normal. */
function byPairs(scores: number[], isAnomaly: number[]): number {
  const anomalies = scores.filter((_, i) => isAnomaly[i])
  const normals = scores.filter((_, i) => !isAnomaly[i])
  const wins = anomalies.flatMap((a) => normals.map((n) => (a > n ? 1 : a === n ? 0.5 : 0)))
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length
}

describe('AUROC', () => {
  test.each(references)("is scikit-learn's: $name", ({ scores, isAnomaly, auroc: expected }) => {
    expect(auroc(scores, isAnomaly)).toBeCloseTo(expected, 12)
    expect(auroc(Float64Array.from(scores), Uint8Array.from(isAnomaly))).toBeCloseTo(expected, 12)
    expect(auroc(scores, isAnomaly.map(Boolean))).toBeCloseTo(expected, 12)
  })

  test('is the probability that an anomaly scores higher than a normal', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      expect(auroc(scores, isAnomaly)).toBeCloseTo(byPairs(scores, isAnomaly), 12)
    }), options)
  })

  test('does not change under a rising map of the scores', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const rank = (score: number) => scores.filter((other) => other < score).length ** 3 - 7
      expect(auroc(scores.map(rank), isAnomaly)).toBe(auroc(scores, isAnomaly))
    }), options)
  })

  test('becomes its complement where scores change their sign or the classes their roles', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const complement = 1 - auroc(scores, isAnomaly)
      expect(auroc(scores.map((s) => -s), isAnomaly)).toBeCloseTo(complement, 12)
      expect(auroc(scores, isAnomaly.map((mark) => 1 - mark))).toBeCloseTo(complement, 12)
    }), options)
  })

  test('does not depend on the order of the images', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      expect(auroc(scores.toReversed(), isAnomaly.toReversed())).toBe(auroc(scores, isAnomaly))
    }), options)
  })

  test('takes infinite scores and both zeros by their order', () => {
    expect(auroc([Infinity, -Infinity, 0], [1, 0, 0])).toBe(1)
    expect(auroc([Infinity, Infinity], [1, 0])).toBe(0.5)
    expect(auroc([-0, 0, 0, -0], [1, 0, 1, 0])).toBe(0.5)
  })

  test('of scores that do not make sense is refused', () => {
    expect(() => auroc([1, NaN], [1, 0])).toThrow('Score 1 is not a number.')
    expect(() => auroc([1, 2], [1, 1])).toThrow(/no normal/)
    expect(() => auroc([1, 2], [0, 0])).toThrow(/no anomaly/)
    expect(() => auroc([], [])).toThrow(RangeError)
    expect(() => auroc([1, 2], [1])).toThrow(/2 scores, but 1 marks/)
  })
})

describe('partial AUROC', () => {
  test.each(references)("is scikit-learn's: $name", ({ scores, isAnomaly, partial }) => {
    for (const [rate, expected] of Object.entries(partial)) {
      expect(partialAuroc(scores, isAnomaly, Number(rate))).toBeCloseTo(expected, 12)
    }
  })

  test('up to 1 is the AUROC', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      expect(partialAuroc(scores, isAnomaly, 1)).toBeCloseTo(auroc(scores, isAnomaly), 12)
    }), options)
  })

  test.each([0, -0.1, 1.1, NaN])('up to %f is refused', (rate) => {
    expect(() => partialAuroc([1, 2], [0, 1], rate)).toThrow(RangeError)
  })
})
