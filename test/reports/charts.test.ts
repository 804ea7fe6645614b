import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curveChart } from '../../main/reports/charts/curveChart.ts'
import { histogram, histogramSpan } from '../../main/reports/charts/histogram.ts'
import { thinned } from '../../main/reports/charts/rocChart.ts'
import { testCurve } from '../../main/reports/testCurve.ts'
import { madeInput } from './madeReport.ts'

describe('a histogram', () => {
  test('counts every number once, also what lies beyond its span', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 200 }), (scores) => {
        const { counts } = histogram(scores, [-1, 2], 12)
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(scores.length)
      }),
      { seed: 1 },
    )
  })

  test('spans the threshold, and is not stretched by a few huge scores', () => {
    const scores = Float32Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1e9 : i / 1000))
    const [from, to] = histogramSpan(scores, 2)
    expect([from < 0.002, to > 2, to < 3]).toEqual([true, true, true])
  })

  test('has a span even where all scores are alike', () => {
    const [from, to] = histogramSpan(new Float32Array(5).fill(1), 1)
    expect(to).toBeGreaterThan(from)
  })
})

describe('the ROC curve of a report', () => {
  const curve = testCurve(madeInput())

  test('goes from nothing flagged to everything flagged, and never back', () => {
    expect(curve[0]).toEqual({ falsePositiveRate: 0, truePositiveRate: 0 })
    expect(curve.at(-1)).toEqual({ falsePositiveRate: 1, truePositiveRate: 1 })
    for (let i = 1; i < curve.length; i++) {
      expect(curve[i].falsePositiveRate).toBeGreaterThanOrEqual(curve[i - 1].falsePositiveRate)
      expect(curve[i].truePositiveRate).toBeGreaterThanOrEqual(curve[i - 1].truePositiveRate)
    }
  })

  test('keeps its ends when it is thinned', () => {
    const thin = thinned(curve, 0.2)
    expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)])
    expect(thin.length).toBeLessThan(curve.length)
  })
})

test('the curve of a loss that was no number is drawn without that point', () => {
  const point = (epoch: number, loss: number) => ({
    epoch,
    step: epoch,
    loss,
    reconstruction: 1,
    divergence: 1,
    validationLoss: null,
    learningRate: 1,
    seconds: 1,
  })
  const frame = { id: 'x', width: 150, height: 40, title: 't', description: 'd' }
  expect(String(curveChart([point(1, 3), point(2, Number.NaN), point(3, 1)], frame))).not.toContain('NaN')
})
