import { describe, expect, it } from 'vitest'
import { detectorNamed, detectors } from '../../../main/detectors/registry.ts'
import { readerOf } from './fixture.ts'

const pixelDetectors = [...detectors.values()].filter(({ description }) => description.reads === 'pixels').map(({ description }) => description.id)

/** Two classes: the first of `own` images, the second of one; 16 pixels that vary in the first four only. */
function few(own: number, value: (image: number, pixel: number) => number) {
  const count = own + 3
  const values = Float32Array.from({ length: count * 16 }, (_, at) => at % 16 < 4 ? value(Math.floor(at / 16), at % 16) : 0)
  const train = Uint32Array.from({ length: own + 1 }, (_, i) => i)
  const classOf = Int32Array.from({ length: count }, (_, i) => i < own ? 0 : i === own ? 1 : -1)
  return {
    evidence: { views: [], pixels: readerOf(values, 4) },
    images: { train, validation: new Uint32Array(0), classOf, classes: 2, seed: 1 },
  }
}

describe.each(pixelDetectors)('%s', (id) => {
  const detector = detectorNamed(id)

  it.each([1, 2, 7, 40])('scores each image with a finite number where a class has %i images and another one', async (own) => {
    const { evidence, images } = few(own, (image, pixel) => ((image * 37 + pixel * 11) % 23) / 23)
    const scores = await detector.score(evidence, await detector.fit(evidence, images))
    expect(scores).toHaveLength(own + 3)
    expect(scores.every(Number.isFinite)).toBe(true)
  })

  it('scores images that are all alike alike', async () => {
    const { evidence, images } = few(30, () => 0.5)
    const scores = await detector.score(evidence, await detector.fit(evidence, images))
    expect(scores.every((score) => Number.isFinite(score) && score === scores[0])).toBe(true)
  })
})
