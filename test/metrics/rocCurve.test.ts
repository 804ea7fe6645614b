import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { auroc } from '../../main/metrics/auroc.ts'
import { type RocCurve, rocCurve } from '../../main/metrics/rocCurve.ts'
import { options, scored } from './arbitraries.ts'
import references from './fixtures/detection.json' with { type: 'json' }

function points({ falsePositiveRates, truePositiveRates }: RocCurve): [number, number][] {
  return Array.from(falsePositiveRates, (x, i) => [x, truePositiveRates[i]])
}

function area(curve: RocCurve): number {
  const corners = points(curve)
  return corners.slice(1).reduce((sum, [x, y], i) => sum + ((x - corners[i][0]) * (y + corners[i][1])) / 2, 0)
}

/** Whether a point lies on one of the pieces of a rising curve. */
function lieson(corners: [number, number][], [x, y]: [number, number]): boolean {
  return corners.slice(1).some(([x1, y1], i) => {
    const [x0, y0] = corners[i]
    const within = x >= x0 - 1e-12 && x <= x1 + 1e-12 && y >= y0 - 1e-12 && y <= y1 + 1e-12
    return within && Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) < 1e-12
  })
}

describe('the ROC curve', () => {
  test.each(references)("goes through all of scikit-learn's points: $name", ({ scores, isAnomaly, roc }) => {
    const corners = points(rocCurve(scores, isAnomaly))
    roc.fpr.forEach((fpr, i) => expect(lieson(corners, [fpr, roc.tpr[i]])).toBe(true))
  })

  test('goes from (0, 0) to (1, 1), and the area under it is the AUROC', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const curve = rocCurve(scores, isAnomaly)
      expect(points(curve)[0]).toEqual([0, 0])
      expect(points(curve).at(-1)).toEqual([1, 1])
      expect(area(curve)).toBeCloseTo(auroc(scores, isAnomaly), 12)
    }), options)
  })

  test('at each corner flags by its threshold the shares that it says', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const curve = rocCurve(scores, isAnomaly)
      const total = isAnomaly.filter(Boolean).length
      curve.thresholds.forEach((threshold, i) => {
        const flagged = isAnomaly.filter((_, image) => scores[image] > threshold || (threshold === -Infinity))
        const hits = flagged.filter(Boolean).length
        expect(curve.truePositiveRates[i]).toBe(hits / total)
        expect(curve.falsePositiveRates[i]).toBe((flagged.length - hits) / (isAnomaly.length - total))
      })
    }), options)
  })

  test('has no point on the straight line between its neighbours', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const corners = points(rocCurve(scores, isAnomaly))
      for (let i = 1; i + 1 < corners.length; i++) {
        expect(lieson([corners[i - 1], corners[i + 1]], corners[i])).toBe(false)
      }
    }), options)
  })

  test('of a perfect separation has three points', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => i)
    const curve = rocCurve(scores, scores.map((s) => s >= 700))
    expect(points(curve)).toEqual([[0, 0], [0, 1], [1, 1]])
    expect([...curve.thresholds]).toEqual([999, 699, -Infinity])
  })
})
