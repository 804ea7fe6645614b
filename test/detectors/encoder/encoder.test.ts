import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Detector, Evidence, FitImages } from '../../../main/detectors/detector.ts'
import { encoderKnn } from '../../../main/detectors/encoder/encoderKnn.ts'
import { encoderMahalanobis } from '../../../main/detectors/encoder/encoderMahalanobis.ts'
import { unpack } from '../../../main/detectors/packed.ts'
import { stream } from '../../../main/models/random.ts'
import { madeEvidence, TRAINED } from '../views.ts'

interface Case {
  width: number; classes: number; train: number; labels: number[]; features: number[]
  shrinkage: number; mahalanobis: number[]; knn: number[]
}

const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures', 'encoder.json'), 'utf8')) as Case[]

/** Features alone: the two detectors look at nothing else. */
function evidenceOf(width: number, values: Float32Array): Evidence {
  const pixels = { count: values.length / width, size: 0, shape: { height: 0, width: 0, channels: 0 }, read: () => new Float32Array() }
  return { views: [], pixels, features: { width, values } }
}

function imagesOf(train: number, labels: number[], classes: number): FitImages {
  return { train: Uint32Array.from({ length: train }, (_, i) => i), validation: new Uint32Array(), classOf: Int32Array.from(labels), classes, seed: 1 }
}

describe.each(cases)('on $train images of $classes classes and $width features', (one) => {
  const evidence = evidenceOf(one.width, Float32Array.from(one.features))
  const images = imagesOf(one.train, one.labels, one.classes)

  it('the Mahalanobis distance is that by scikit-learn\'s LedoitWolf within 1e-8 of it, and so is the shrinkage', async () => {
    const fit = await encoderMahalanobis.fit(evidence, images)
    expect(fit.shrinkage).toBeCloseTo(one.shrinkage, 10)
    const scores = await encoderMahalanobis.score(evidence, fit)
    one.mahalanobis.forEach((distance, i) => expect(Math.abs(scores[i] - distance)).toBeLessThan(1e-8 * (1 + distance)))
  })

  it('the 10th neighbour\'s distance is that of scikit-learn\'s NearestNeighbors within 1e-6', async () => {
    const scores = await encoderKnn.score(evidence, await encoderKnn.fit(evidence, images))
    one.knn.forEach((distance, i) => expect(Math.abs(scores[i] - distance)).toBeLessThan(1e-6))
  })
})

describe.each([encoderKnn as Detector, encoderMahalanobis as Detector])('$description.id', (detector) => {
  it('gives strangers to all classes the highest scores, and other images the same by a fit kept as JSON', async () => {
    const { evidence, images } = madeEvidence(1, [[8, 14], [-16, 0], [8, -14]])
    const fit = JSON.parse(JSON.stringify(await detector.fit(evidence, images)))
    const scores = await detector.score(evidence, fit)
    const [known, strangers] = [scores.slice(0, TRAINED), scores.slice(TRAINED)]
    expect(Math.min(...strangers)).toBeGreaterThan(Math.max(...known))
    const { width, values } = evidence.features!
    const others = evidenceOf(width, values.slice(TRAINED * width))
    expect(await detector.score(others, fit)).toEqual(strangers)
  })

  it('stays finite where features do not vary, or all are zero', async () => {
    const values = Float32Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? i : 0))
    for (const features of [values, new Float32Array(40)]) {
      const evidence = evidenceOf(4, features)
      const scores = await detector.score(evidence, await detector.fit(evidence, imagesOf(8, Array.from({ length: 10 }, (_, i) => i % 2), 2)))
      expect(scores).toHaveLength(10)
      expect(scores.every(Number.isFinite)).toBe(true)
    }
  })

  it('says that features are missing where none were given', () => {
    const { evidence, images } = madeEvidence(1, [])
    expect(() => detector.fit({ ...evidence, features: null }, images)).toThrow('features of an encoder are missing')
  })
})

it('the bank has at most 10,000 training images, the same by the same seed and others by another', async () => {
  const values = stream('test/bank').normals(24_000)
  const evidence = evidenceOf(2, values)
  const images = imagesOf(12_000, Array.from(values.subarray(0, 12_000), () => 0), 1)
  const bank = async (seed: number) => (await encoderKnn.fit(evidence, { ...images, seed })).bank
  const [first, again, other] = [await bank(1), await bank(1), await bank(2)]
  expect(unpack(first)).toHaveLength(10_000 * 2)
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})
