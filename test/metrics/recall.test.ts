import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { f1Max } from '../../main/metrics/f1.ts'
import { fprAt95Tpr, fprAtTprOf, openOodFpr95 } from '../../main/metrics/fixedRecall.ts'
import { auprIn, auprOut } from '../../main/metrics/precisionRecall.ts'
import { tableOf } from '../../main/metrics/scoreTable.ts'
import { options, scored } from './arbitraries.ts'
import references from './fixtures/detection.json' with { type: 'json' }

describe.each(references)('as scikit-learn and osr-metrics have it: $name', (reference) => {
  const { scores, isAnomaly } = reference

  test('average precision with either class as the positive one', () => {
    expect(auprOut(scores, isAnomaly)).toBeCloseTo(reference.auprOut, 12)
    expect(auprIn(scores, isAnomaly)).toBeCloseTo(reference.auprIn, 12)
  })

  test('the false positive rate at 95 % recall, of either class', () => {
    expect(fprAt95Tpr(scores, isAnomaly)).toBeCloseTo(reference.fprAt95Tpr, 12)
    expect(fprAt95Tpr(scores, isAnomaly)).toBeCloseTo(reference.osrFprAt95Tpr, 12)
    expect(openOodFpr95(scores, isAnomaly)).toBeCloseTo(reference.openOodFpr95, 12)
  })

  test('the best F1', () => {
    expect(f1Max(scores, isAnomaly).f1).toBeCloseTo(reference.f1Max, 12)
  })
})

describe('what they promise', () => {
  test('scores that are all the same have the share of anomalies as precision', () => {
    expect(auprOut([1, 1, 1, 1], [1, 0, 0, 0])).toBe(0.25)
    expect(auprIn([1, 1, 1, 1], [1, 0, 0, 0])).toBe(0.75)
  })

  test('AUPR-in is AUPR-out of the opposite question', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const opposite = auprOut(scores.map((s) => -s), isAnomaly.map((mark) => 1 - mark))
      expect(auprIn(scores, isAnomaly)).toBe(opposite)
    }), options)
  })

  test('95 % of 20 anomalies are 19, not 20', () => {
    const scores = [...Array.from({ length: 20 }, (_, i) => 100 - i), 81.5, 50]
    const isAnomaly = scores.map((_, i) => i < 20)
    expect(fprAt95Tpr(scores, isAnomaly)).toBe(0)
    expect(fprAtTprOf(tableOf(scores, isAnomaly), 1)).toBe(0.5)
  })

  test('a higher recall never flags fewer normals', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const rates = [0.1, 0.5, 0.9, 0.95, 1].map((recall) => fprAtTprOf(tableOf(scores, isAnomaly), recall))
      expect(rates).toEqual(rates.toSorted((a, b) => a - b))
    }), options)
  })

  test('the threshold of the best F1 has that F1, precision and recall', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const best = f1Max(scores, isAnomaly)
      const flagged = isAnomaly.filter((_, i) => scores[i] > best.threshold || best.threshold === -Infinity)
      const hits = flagged.filter(Boolean).length
      const anomalies = isAnomaly.filter(Boolean).length
      expect(best.precision).toBe(hits / flagged.length)
      expect(best.recall).toBe(hits / anomalies)
      expect(best.f1).toBeCloseTo((2 * best.precision * best.recall) / (best.precision + best.recall), 12)
    }), options)
  })

  test('of thresholds with the same F1 the highest is taken', () => {
    expect(f1Max([9, 8, 7, 6, 5], [1, 0, 0, 1, 0])).toMatchObject({ threshold: 8, precision: 1, recall: 0.5 })
  })

  test.each([0, 1.01, NaN])('a recall of %f is refused', (recall) => {
    expect(() => fprAtTprOf(tableOf([1, 2], [0, 1]), recall)).toThrow(RangeError)
  })
})
