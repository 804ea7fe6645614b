import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankingOrder } from '../../../main/engine/scores/rankingOrder.ts'
import { rocCurve as metricsCurve } from '../../../main/metrics/rocCurve.ts'
import { ranked, ranksOf } from '../../../renderer/results/ranking.ts'
import { operatingPoint, rocCurve } from '../../../renderer/results/rocCurve.ts'
import { above, scoresByRole } from '../../../renderer/results/scoresByRole.ts'

/** Few values, so that there are ties. */
const group = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values).sort())

test('the ROC curve on the screen has the corners of the one that the figures come from', () => {
  fc.assert(
    fc.property(group, group, (normals, anomalies) => {
      const shown = rocCurve(normals, anomalies)!
      const marks = [...normals].map(() => 0).concat([...anomalies].map(() => 1))
      const { falsePositiveRates, truePositiveRates } = metricsCurve([...normals, ...anomalies], marks)
      expect(shown.points.length).toBe(falsePositiveRates.length)
      shown.points.forEach(([x, y], i) => {
        expect(x).toBeCloseTo(falsePositiveRates[i], 9)
        expect(y).toBeCloseTo(truePositiveRates[i], 9)
      })
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('the threshold of a corner flags what the corner says', () => {
  fc.assert(
    fc.property(group, group, (normals, anomalies) => {
      const { points, thresholds } = rocCurve(normals, anomalies)!
      points.forEach(([x, y], i) => {
        const [known, heldOut] = operatingPoint(normals, anomalies, thresholds[i])
        expect(known).toBeCloseTo(x, 9)
        expect(heldOut).toBeCloseTo(y, 9)
      })
    }),
    { seed: 2, numRuns: 300 },
  )
})

test('there is no curve where one of the two groups is empty', () => {
  expect(rocCurve(new Float32Array(), Float32Array.of(1))).toBeNull()
  expect(rocCurve(Float32Array.of(1), new Float32Array())).toBeNull()
})

test('flagged is what lies above the threshold, not on it', () => {
  fc.assert(
    fc.property(group, fc.integer({ min: -10, max: 10 }), (rising, threshold) => {
      expect(above(rising, threshold)).toBe(rising.filter((score) => score > threshold).length)
    }),
    { seed: 3 },
  )
})

test('images are ranked as the engine ranks them', () => {
  fc.assert(
    fc.property(group, (values) => {
      const scores = Float32Array.from(values)
        .reverse()
        .map((value, i) => (i % 3 ? value : -value))
      const order = ranked(Uint32Array.from(scores.keys()), scores)
      expect([...order]).toEqual([...rankingOrder(scores)])
      expect(ranksOf(order, scores.length)[order[0]]).toBe(1)
    }),
    { seed: 4 },
  )
})

test('scores are told apart by role, each rising', () => {
  const byRole = scoresByRole(
    Uint32Array.of(0, 2, 1, 4),
    Float32Array.of(3, 1, 2, 9, 0),
    Uint8Array.of(0, 1, 0, 0, 3),
  )
  expect(byRole.map((scores) => [...scores])).toEqual([[2, 3], [1], [], [0]])
})
