import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence, MemberView } from '../../main/detectors/detector.ts'
import { memberDisagreement } from '../../main/detectors/memberDisagreement.ts'
import { madeEvidence, TRAINED } from './views.ts'

const coordinate = fc.double({ min: -9, max: 9, noNaN: true })
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 })
const scoresOf = async (evidence: Evidence) => (await memberDisagreement.score(evidence, null)).slice(TRAINED)

/** The same member with other images at the points: those that another member has there. */
const seeing = (view: MemberView, other: MemberView): MemberView => ({ ...view, encodings: other.encodings })

describe('the disagreement of members', () => {
  it('is 0 of a member with itself', async () => {
    const { evidence } = madeEvidence(1, [[0, 0], [3, 0], [1, 1]])
    const [view] = evidence.views
    expect([...await scoresOf({ ...evidence, views: [view, { ...view }, { ...view }] })]).toEqual([0, 0, 0])
  })

  it('is 1 where each of two members is sure of another class', async () => {
    const { evidence: { views: [one], pixels } } = madeEvidence(1, [[3, 0]])
    const { evidence: { views: [there] } } = madeEvidence(1, [[-1.5, 2.598]])
    const [score] = await scoresOf({ views: [one, seeing(one, there)], pixels })
    expect(score).toBeCloseTo(1, 6)
  })

  it('lies within 0 and 1, and is the same in whichever order the members come', async () => {
    await fc.assert(fc.asyncProperty(points, points, async (some, others) => {
      const { evidence: { views, pixels } } = madeEvidence(2, some)
      const moved = madeEvidence(1, some.map((point, i) => others[i] ?? point)).evidence.views[0]
      const three = [...views, seeing(views[0], moved)]
      const scores = await scoresOf({ views: three, pixels })
      const turned = await scoresOf({ views: three.toReversed(), pixels })
      scores.forEach((score, i) => {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-12)
        expect(turned[i]).toBeCloseTo(score, 12)
      })
    }), { seed: 8, numRuns: 40 })
  })
})
