import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rocTable } from '../../../renderer/charts/rocTable.ts'
import { precisionRecallTable } from '../../../renderer/charts/precisionRecallTable.ts'
import { nearestPoint, nextPoint, type Point, pointOf, thinned } from '../../../renderer/results/curvePoints.ts'
import { precisionRecallAt, precisionRecallCurve } from '../../../renderer/results/precisionRecall.ts'
import { linearScale, logScale } from '../../../renderer/results/rateScale.ts'
import { operatingPoint, rocCurve } from '../../../renderer/results/rocCurve.ts'
import { above } from '../../../renderer/results/scoresByRole.ts'

interface Reference { name: string; scores: number[]; isAnomaly: number[]; precisionRecall: [number[], number[]] }
const fixtures = path.join(import.meta.dirname, '..', '..', 'metrics', 'fixtures', 'curves.json')
const references = JSON.parse(readFileSync(fixtures, 'utf8')) as { curves: Reference[] }

const group = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values).sort())
const same = (point: Point) => point

/** The rising scores of the normals and the anomalies. */
function separated({ scores, isAnomaly }: Reference) {
  const of = (mark: number) => Float32Array.from(scores.filter((_, i) => isAnomaly[i] === mark)).sort()
  return { normals: of(0), anomalies: of(1) }
}

describe('the precision-recall curve', () => {
  test.each(references.curves)("has scikit-learn's points: $name", (reference) => {
    const { points } = precisionRecallCurve(separated(reference))!
    const [precision, recall] = reference.precisionRecall
    // scikit-learn begins where the recall is full, we where all are flagged: the points that it leaves out have the recall 1.
    const theirs = new Map(recall.map((r, i) => [`${r.toFixed(9)} ${precision[i].toFixed(9)}`, true]))
    const ours = points.map(([r, p]) => `${r.toFixed(9)} ${p.toFixed(9)}`)
    expect(ours.filter((point) => !theirs.has(point)).every((point) => point.startsWith('1.0'))).toBe(true)
    for (const point of theirs.keys()) expect(ours).toContain(point)
  })

  test('flags by the threshold of a point what the point says', () => {
    fc.assert(fc.property(group, group, (normals, anomalies) => {
      const { points, thresholds } = precisionRecallCurve({ normals, anomalies })!
      points.forEach((point, i) => expect(precisionRecallAt({ normals, anomalies }, thresholds[i])).toEqual(point))
      expect(points.at(-1)).toEqual([1, anomalies.length / (normals.length + anomalies.length)])
    }), { seed: 1, numRuns: 200 })
  })

  test('is none without anomalies, and precision is 1 where nothing is flagged', () => {
    expect(precisionRecallCurve({ normals: Float32Array.of(1), anomalies: new Float32Array() })).toBeNull()
    expect(precisionRecallAt({ normals: Float32Array.of(1), anomalies: Float32Array.of(2) }, 9)).toEqual([0, 1])
  })
})

describe('a point on a curve', () => {
  test('is found from a threshold: it flags what the threshold flags', () => {
    fc.assert(fc.property(group, group, fc.double({ min: -12, max: 12, noNaN: true }), (normals, anomalies, threshold) => {
      const curve = precisionRecallCurve({ normals, anomalies })!
      const flagged = (value: number) => above(normals, value) + above(anomalies, value)
      const found = flagged(curve.thresholds[pointOf(curve, threshold)])
      // Where the threshold flags nothing there is no point: the first, which flags least, is taken.
      expect(found).toBe(flagged(threshold) === 0 ? flagged(curve.thresholds[0]) : flagged(threshold))
    }), { seed: 2, numRuns: 300 })
  })

  test('is the nearest to a place in the picture', () => {
    const curve = rocCurve(Float32Array.of(1, 2), Float32Array.of(3, 4))!
    expect(curve.points).toEqual([[0, 0], [0, 1], [1, 1]])
    expect(nearestPoint(curve, same, [0.1, 0.8])).toBe(1)
    // On a logarithmic axis of two decades the place of no false positive is the left end.
    const { place } = logScale(10)
    expect(nearestPoint(curve, ([x, y]) => [place(x), y], [0.9, 0.9])).toBe(2)
  })

  test('moves by keys along the curve, further by pages, and to both ends', () => {
    expect([nextPoint('ArrowRight', 3, 50), nextPoint('ArrowDown', 3, 50), nextPoint('PageUp', 3, 50)]).toEqual([4, 2, 13])
    expect([nextPoint('Home', 3, 50), nextPoint('End', 3, 50), nextPoint('ArrowLeft', 0, 50)]).toEqual([0, 49, 0])
    expect(nextPoint('ArrowRight', 0, 20_000)).toBe(100)
    expect(nextPoint('a', 3, 50)).toBeNull()
  })
})

test('a logarithmic axis is wide where rates are small, and holds one image', () => {
  const { place, least } = logScale(1000)
  expect(place(least)).toBe(0)
  expect(place(0)).toBe(0)
  expect(place(1)).toBe(1)
  expect(place(0.01) - place(0.001)).toBeCloseTo(place(0.1) - place(0.01), 12)
  expect(place(1 / 1000)).toBeGreaterThan(0.05)
  expect(linearScale.place(0.3)).toBe(0.3)
})

test('a curve is drawn from few points, its ends among them, and none strays', () => {
  const normals = Float32Array.from({ length: 54_000 }, (_, i) => (i * 7919) % 54_000).sort()
  const anomalies = Float32Array.from({ length: 6_000 }, (_, i) => ((i * 104_729) % 54_000) + 9000.5).sort()
  const { points } = rocCurve(normals, anomalies)!
  const drawn = thinned(points, same)
  expect(drawn.length).toBeLessThan(3200)
  expect(points.length).toBeGreaterThan(drawn.length * 2)
  expect([drawn[0], drawn.at(-1)]).toEqual([[0, 0], [1, 1]])
})

test('tables say what the curves show', () => {
  const [normals, anomalies] = [Float32Array.of(1, 2), Float32Array.of(3, 4)]
  expect(rocTable(rocCurve(normals, anomalies)!).rows).toEqual([[4, 0, 0], [2, 0, 1], [null, 1, 1]])
  const { rows } = precisionRecallTable(precisionRecallCurve({ normals, anomalies })!)
  expect(rows).toEqual([[3, 0.5, 1], [2, 1, 1], [1, 1, 2 / 3], [null, 1, 0.5]])
  expect(operatingPoint(normals, anomalies, 2)).toEqual([0, 1])
})
