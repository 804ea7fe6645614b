import { describe, expect, it } from 'vitest'
import type { Evidence, FitImages, MemberView } from '../../main/detectors/detector.ts'
import { fitClassGaussians } from '../../main/detectors/gaussians.ts'
import { detectorNamed } from '../../main/detectors/registry.ts'
import reference from './fixtures/latentScores.json' with { type: 'json' }

const { dimension, labels, members, scores } = reference
const train = Uint32Array.from(labels.keys())
const classOf = Int32Array.from({ length: members[0].bce.length }, (_, i) => labels[i] ?? -1)
const images: FitImages = { train, validation: new Uint32Array(0), classOf, classes: 3, seed: 1 }

function viewOf({ priorMeans, means, logVariances, bce }: (typeof members)[number]): MemberView {
  const [points, variances, errors] = [means, logVariances, bce].map((values) => Float32Array.from(values))
  const gaussians = fitClassGaussians(points, dimension, classOf, 3, train)
  const latent = { dimension, radius: 3, priorMeans, gaussians }
  return { classes: 3, latent, encodings: { means: points, logVariances: variances, bce: errors } }
}

const noPixels = { count: 0, size: 0, shape: { height: 0, width: 0, channels: 0 }, read: () => new Float32Array(0) }

describe.each(Object.entries(scores))('%s', (id, expected) => {
  it('is NumPy’s and SciPy’s for two members, three classes of different sizes and some strangers', async () => {
    const detector = detectorNamed(id)
    const evidence: Evidence = { views: members.map(viewOf), pixels: noPixels }
    const found = await detector.score(evidence, await detector.fit(evidence, images))
    expect(found).toHaveLength(expected.length)
    expected.forEach((value, i) => {
      expect(Math.abs(found[i] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
    })
  })
})
