import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latentOf, type MemberView } from '../../main/detectors/detector.ts'
import { elbo } from '../../main/detectors/elbo.ts'
import { posteriorDivergence, squaredPriorDistance } from '../../main/detectors/nearestPrior.ts'
import { posteriorKl } from '../../main/detectors/posteriorKl.ts'
import { madeEvidence, TRAINED } from './views.ts'

const number = fc.float({ min: -20, max: 20, noNaN: true })
const twelve = fc.array(number, { minLength: 12, maxLength: 12 })

/** A member that says just this of some images. */
function saying(priorMeans: number[][], means: number[], logVariances: number[]): MemberView {
  const [view] = madeEvidence(1, []).evidence.views
  return {
    ...view, latent: { ...latentOf(view), dimension: priorMeans[0].length, priorMeans },
    encodings: { means: Float32Array.from(means), logVariances: Float32Array.from(logVariances) },
  }
}

describe('the divergence to the nearest prior', () => {
  it('is 0 where the posterior is a prior, whichever it is', () => {
    const priors = [[3, 0, -1], [0.5, -2, 8]]
    expect([...posteriorDivergence(saying(priors, priors.flat(), [0, 0, 0, 0, 0, 0]))]).toEqual([0, 0])
  })

  it('is never below 0, nor below half the squared distance of the means', () => {
    fc.assert(fc.property(twelve, twelve, (means, logVariances) => {
      const view = saying([[0, 0, 0], [3, 0, 0]], means, logVariances)
      const squares = squaredPriorDistance(view)
      posteriorDivergence(view).forEach((kl, i) => expect(kl).toBeGreaterThanOrEqual(squares[i] / 2))
    }), { seed: 6, numRuns: 100 })
  })

  it('is above 0 for a variance other than the prior’s, however near', () => {
    fc.assert(fc.property(fc.float({ min: Math.fround(1e-6), max: 5, noNaN: true }), fc.boolean(), (size, below) => {
      const [kl] = posteriorDivergence(saying([[1, 2]], [1, 2], [below ? -size : size, 0]))
      expect(kl).toBeGreaterThan(0)
    }), { seed: 7, numRuns: 100 })
  })

  it('of a VAE without classes is that to the standard normal', async () => {
    const view = saying([[0, 0]], [1, -2, 0, 0], [0, 0, 0, 0])
    const { evidence } = madeEvidence(1, [])
    expect([...await posteriorKl.score({ ...evidence, views: [view] }, null)]).toEqual([2.5, 0])
  })
})

it('the bound is the reconstruction error and the divergence together', async () => {
  const { evidence } = madeEvidence(1, [[0, 0], [3, 0]])
  const [{ encodings }] = evidence.views
  const kl = await posteriorKl.score(evidence, null)
  const bound = await elbo.score(evidence, null)
  for (const i of [TRAINED, TRAINED + 1]) expect(bound[i] - kl[i]).toBeCloseTo(encodings.bce![i], 9)
})
