import { expect, test } from 'vitest'
import { fitClassGaussians, squaredMahalanobis } from '../../../main/detectors/gaussians.ts'
import { stream } from '../../../main/models/random.ts'
import { nearestClassDistances } from '../../../renderer/results/classDistance.ts'

test('the distance to the nearest class is the one that the scores are made of', () => {
  const [images, dimension, classes] = [300, 6, 3]
  const random = stream('2/means')
  const means = Float32Array.from({ length: images * dimension }, (_, i) => random.uniform() * (1 + (i % dimension)))
  const labels = Array.from({ length: images }, (_, i) => i % classes)
  const gaussians = fitClassGaussians(means, dimension, labels, classes)
  const all = squaredMahalanobis(gaussians, means)
  const latent = { dimension, radius: 3, priorMeans: gaussians.means, gaussians }
  nearestClassDistances(means, latent).forEach((distance, i) => {
    const least = Math.sqrt(Math.min(...all.subarray(i * classes, (i + 1) * classes)))
    expect(Math.abs(distance - least)).toBeLessThan(1e-5 * least)
  })
})
