import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { curveBands, placesOfRates } from '../../main/metrics/curveBands.ts'
import { precisionHeights, rocHeights } from '../../main/metrics/curveHeights.ts'
import { tableOf } from '../../main/metrics/scoreTable.ts'
import { wilsonInterval } from '../../main/metrics/wilson.ts'
import { stream } from '../../main/models/random.ts'
import { options, scored } from './arbitraries.ts'
import references from './fixtures/curves.json' with { type: 'json' }

const plain = { resamples: 400, confidence: 0.95, partialRate: 0.05 }

/** Anomalies that lie one standard deviation above as many normals. */
const shifted = (images: number, name: string) => {
  const marks = Array.from({ length: images }, (_, i) => i % 2)
  return tableOf(stream(name).normals(images).map((score, i) => score + marks[i]), marks)
}

describe('heights of the curves', () => {
  test.each(references.curves)("are those of scikit-learn's: $name", ({ scores, isAnomaly, ...reference }) => {
    const table = tableOf(scores, isAnomaly)
    const heights = new Float64Array(reference.rates.length)
    rocHeights(table, Float64Array.from(reference.rates), heights)
    heights.forEach((height, i) => expect(height).toBeCloseTo(reference.heights[i], 12))
    const precisions = new Float64Array(reference.recalls.length)
    precisionHeights(table, Float64Array.from(reference.recalls), precisions)
    precisions.forEach((precision, i) => expect(precision).toBeCloseTo(reference.precisions[i], 12))
  })

  test('rise along the ROC curve and end at 1', () => {
    fc.assert(fc.property(scored(), ({ scores, isAnomaly }) => {
      const rates = placesOfRates(50)
      const heights = new Float64Array(rates.length)
      rocHeights(tableOf(scores, isAnomaly), rates, heights)
      heights.forEach((height, i) => expect(height).toBeGreaterThanOrEqual(heights[i - 1] ?? 0))
      expect(heights.at(-1)).toBe(1)
    }), options)
  })
})

describe('bands around the curves', () => {
  test('hold the curve that they are of, and the areas their estimates', () => {
    const table = shifted(200, 'bands')
    const { roc, precisionRecall, partialAuroc, auprOut } = curveBands(table, stream('resamples'), plain)
    for (const [band, heightsOf] of [[roc, rocHeights], [precisionRecall, precisionHeights]] as const) {
      const heights = new Float64Array(band.at.length)
      heightsOf(table, Float64Array.from(band.at), heights)
      const outside = heights.filter((height, i) => height < band.lower[i] - 1e-12 || height > band.upper[i] + 1e-12)
      // At the very ends a curve of extremes is not in the middle of its resamples.
      expect(outside.length).toBeLessThan(4)
    }
    for (const { estimate, lower, upper } of [partialAuroc, auprOut]) expect(lower < estimate && estimate < upper).toBe(true)
  })

  test('grow narrower with more images, as the root of their number', () => {
    const width = (images: number) => {
      const { roc } = curveBands(shifted(images, 'width'), stream('resamples'), plain)
      const at = roc.at.indexOf(0.3)
      return roc.upper[at] - roc.lower[at]
    }
    const ratio = width(200) / width(3200)
    expect(ratio).toBeGreaterThan(2.6)
    expect(ratio).toBeLessThan(6)
  })

  test('hold the true curve about as often as they say', () => {
    // P(Z > z) = 0.3 at z = 0.5244005; one deviation higher, the share above it is P(Z > -0.4755995).
    const truth = 0.6828274
    const held = Array.from({ length: 120 }, (_, i) => {
      const { roc } = curveBands(shifted(160, `cover-${i}`), stream(`again-${i}`), { ...plain, resamples: 200 })
      const at = roc.at.indexOf(0.3)
      return roc.lower[at] <= truth && truth <= roc.upper[at]
    }).filter(Boolean).length
    expect(held / 120).toBeGreaterThan(0.87)
  })

  test('are the same for the same seed', () => {
    const table = shifted(60, 'same')
    expect(curveBands(table, stream('a'), plain)).toEqual(curveBands(table, stream('a'), plain))
  })

  test('go down to one normal image on a logarithmic axis', () => {
    const places = placesOfRates(1000)
    expect([places[0], places.at(-1)]).toEqual([0, 1])
    expect(places[1]).toBeCloseTo(0.001, 12)
  })
})

test.each(references.wilson)("Wilson's interval is SciPy's: $count of $of at $confidence", ({ count, of, confidence, lower, upper }) => {
  const found = wilsonInterval(count, of, confidence)
  expect(found.lower).toBeCloseTo(lower, 10)
  expect(found.upper).toBeCloseTo(upper, 10)
})

test('a share that is none has no interval', () => {
  for (const [count, of] of [[1, 0], [-1, 5], [6, 5]]) expect(() => wilsonInterval(count, of)).toThrow(RangeError)
})
