import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classDistances, leastOfRows } from '../../main/detectors/classDistances.ts'
import { latentOf } from '../../main/detectors/detector.ts'
import { latentDivergence, latentDivergenceByClass } from '../../main/detectors/latentDivergence.ts'
import { nearestClasses } from '../../main/detectors/nearestClasses.ts'
import { madeEvidence, TRAINED } from './views.ts'

const point = fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }))
const points = fc.array(point, { minLength: 2, maxLength: 12 })
const rest = (scores: Float64Array) => Array.from(scores.subarray(TRAINED))

describe('the paper’s divergence', () => {
  it('is -log of the mean over members of the largest confidence, as the formula says', async () => {
    await fc.assert(fc.asyncProperty(points, async (some) => {
      const { evidence } = madeEvidence(3, some)
      const scores = rest(await latentDivergence.score(evidence, null))
      const distances = classDistances(evidence.views)
      some.forEach((_, i) => {
        const confidences = distances.map((d) => Math.exp(-leastOfRows(d, 3)[TRAINED + i] / 2))
        const s = 1 - confidences.reduce((a, b) => a + b) / 3
        if (s < 0.999) expect(scores[i]).toBeCloseTo(-Math.log(1 - s), 8)
      })
    }), { seed: 3, numRuns: 40 })
  })

  it('with classes averaged first is never below the other merge', async () => {
    await fc.assert(fc.asyncProperty(points, async (some) => {
      const { evidence } = madeEvidence(3, some)
      const byScore = await latentDivergence.score(evidence, null)
      const byClass = await latentDivergenceByClass.score(evidence, null)
      byClass.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(byScore[i] - 1e-9))
    }), { seed: 4, numRuns: 40 })
  })

  it('tells points apart that are so far that 1 - exp(-D^2 / 2) is 1 for both', async () => {
    const { evidence } = madeEvidence(2, [[100, 0], [101, 0], [1000, 0]])
    const [near, farther, farthest] = rest(await latentDivergence.score(evidence, null))
    expect(near).toBeLessThan(farther)
    expect(farther).toBeLessThan(farthest)
    expect(Number.isFinite(farthest)).toBe(true)
  })

  it('of one member is the same by both merges', async () => {
    const { evidence } = madeEvidence(1, [[0, 0], [3, 0]])
    expect(await latentDivergenceByClass.score(evidence, null)).toEqual(await latentDivergence.score(evidence, null))
  })
})

it('the nearest class is that of the prior mean a point lies on', () => {
  const { evidence } = madeEvidence(2, [])
  const onMeans = madeEvidence(2, latentOf(evidence.views[0]).priorMeans as [number, number][])
  expect(Array.from(nearestClasses(onMeans.evidence.views).subarray(TRAINED))).toEqual([0, 1, 2])
})
