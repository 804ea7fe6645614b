import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classLogDensity } from '../../main/detectors/classLogDensity.ts'
import { latentOf } from '../../main/detectors/detector.ts'
import { mixtureLogDensity } from '../../main/detectors/mixtureLogDensity.ts'
import { logSumExpOfRows } from '../../main/detectors/rows.ts'
import { madeEvidence } from './views.ts'

const coordinate = fc.double({ min: -50, max: 50, noNaN: true })
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 })

it('the mixture is no denser than its densest class, and no thinner than that class’s share of it', async () => {
  await fc.assert(fc.asyncProperty(points, async (some) => {
    const { evidence } = madeEvidence(2, some)
    const least = Math.min(...evidence.views.flatMap((view) => latentOf(view).gaussians.counts)) / 60
    const densest = await classLogDensity.score(evidence, null)
    const mixture = await mixtureLogDensity.score(evidence, null)
    mixture.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(densest[i] - 1e-9)
      expect(value).toBeLessThanOrEqual(densest[i] - Math.log(least) + 1e-9)
    })
  }), { seed: 5, numRuns: 40 })
})

it('a sum of exponentials that no double holds keeps its logarithm', () => {
  expect([...logSumExpOfRows(Float64Array.of(-5000, -5000, 3000, 1), 2)]).toEqual([-5000 + Math.log(2), 3000])
})
