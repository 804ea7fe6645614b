import { describe, expect, it } from 'vitest'
import { unpack } from '../../../main/detectors/packed.ts'
import { detectorNamed } from '../../../main/detectors/registry.ts'
import type { PackedPlane } from '../../../main/detectors/pixels/plane.ts'
import { evidence, images, type PixelDetector, reference, relativeError, scoresBy } from './fixture.ts'

const tolerances: [PixelDetector, number][] = [
  ['pca-per-class', 2e-6], ['pca-reconstruction', 1e-6], ['pixel-knn', 1e-7], ['one-class-svm', 1e-5],
]

describe.each(tolerances)('%s', (id, tolerance) => {
  it(`scores as scikit-learn does on the same images, to ${tolerance} of the largest score`, async () => {
    expect(relativeError(await scoresBy(id), reference.scores[id])).toBeLessThan(tolerance)
  })

  it('and that hardly depends on the seed, where all images are taken', async () => {
    expect(relativeError(await scoresBy(id, 2), reference.scores[id])).toBeLessThan(tolerance)
  })
})

it('the components that explain 95 % are as many as scikit-learn takes', async () => {
  const fit = await detectorNamed('pca-reconstruction').fit(evidence, images) as PackedPlane
  expect(unpack(fit.axes).length / reference.side ** 2).toBe(reference.components)
})
