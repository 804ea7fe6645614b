import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binOf, binsFor, histogram, histogramSpan } from '../../../renderer/results/histogram.ts'
import { binsBetween, rangeOfBins } from '../../../renderer/views/result/scoreRange.ts'

const scores = fc
  .array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 200 })
  .map((values) => Float32Array.from(values).sort())

test('every score is counted once, and the threshold is within what is shown', () => {
  fc.assert(
    fc.property(scores, fc.double({ min: -120, max: 120, noNaN: true }), (values, threshold) => {
      const span = histogramSpan([values], threshold)
      expect(span.from).toBeLessThanOrEqual(threshold)
      expect(span.to).toBeGreaterThanOrEqual(threshold)
      expect(histogram(values, span, 20).counts.reduce((sum, n) => sum + n, 0)).toBe(values.length)
    }),
    { seed: 1 },
  )
})

test('the span of several groups is that of all their scores together, without what is not finite', () => {
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 4 }), (groups) => {
      const rising = groups.map((group, i) => Float32Array.of(...group, ...(i === 0 ? [-Infinity, Infinity] : [])).sort())
      const all = Float32Array.from(groups.flatMap((group) => [...group])).sort()
      expect(histogramSpan(rising, 0)).toEqual(histogramSpan([all], 0))
      expect(histogramSpan(rising, 0).to).toBeGreaterThanOrEqual(all[Math.ceil(0.995 * (all.length - 1))])
    }),
    { seed: 3 },
  )
})

test('one stray score among hundreds does not stretch the span', () => {
  expect(histogramSpan([Float32Array.from({ length: 300 }, (_, i) => i / 300), Float32Array.of(1000)], 0).to).toBeLessThan(2)
})

test('the images selected by bars are those that the bars count', () => {
  fc.assert(
    fc.property(scores, fc.nat(19), fc.nat(19), (values, a, b) => {
      const span = histogramSpan([values], 0)
      const bins = binsBetween((a + 0.5) / 20, (b + 0.5) / 20, 20)
      const [from, to] = rangeOfBins(bins, span, 20)
      const edges = values.filter(
        (score) => Math.abs(((((score - span.from) / (span.to - span.from)) * 20) % 1) - 0.5) > 0.499,
      )
      const selected = values.filter((score) => score >= from && score < to).length
      const counted = values.filter(
        (score) => binOf(score, span, 20) >= bins[0] && binOf(score, span, 20) <= bins[1],
      ).length
      // A score on the very edge of a bar may be rounded to either side.
      expect(Math.abs(selected - counted)).toBeLessThanOrEqual(edges.length)
    }),
    { seed: 2 },
  )
})

test('the outer bars hold what lies beyond the ends', () => {
  expect(rangeOfBins([0, 0], { from: 0, to: 10 }, 10)).toEqual([-Infinity, 1])
  expect(rangeOfBins([9, 9], { from: 0, to: 10 }, 10)).toEqual([9, Infinity])
})

test('a small group gets few bars, a large one at most sixty', () => {
  expect(binsFor([new Float32Array(9), new Float32Array()])).toBe(12)
  expect(binsFor([new Float32Array(100_000)])).toBe(60)
})
