import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { stream } from '../../main/models/random.ts'
import { structuralSimilarity } from '../../main/models/structuralSimilarity.ts'
import references from './fixtures/structuralSimilarity.json' with { type: 'json' }

beforeAll(async () => void await loadTensorFlow())

type Shape = [height: number, width: number, channels: number]

const batchOf = (images: number[][], shape: Shape) => tf.tensor4d(images.flat(), [images.length, ...shape])

function drawn(name: string, count: number, shape: Shape) {
  const random = stream(`test/${name}`)
  const size = shape.reduce((a, b) => a * b)
  return batchOf(Array.from({ length: count }, () => Array.from({ length: size }, () => random.uniform())), shape)
}

describe('the structural similarity', () => {
  it.each(references)('is scikit-image’s for images of $shape', ({ shape, image, likenesses, similarities }) => {
    const images = batchOf(likenesses.map(() => image), shape as Shape)
    const found = structuralSimilarity(images, batchOf(likenesses, shape as Shape)).dataSync()
    similarities.forEach((similarity, i) => expect(Math.abs(found[i] - similarity)).toBeLessThan(2e-5))
  })

  it('is 1 of an image to itself, and less to any other', () => {
    const images = drawn('images', 20, [16, 12, 3])
    const own = structuralSimilarity(images, images).dataSync()
    const others = structuralSimilarity(images, tf.reverse(images, 0)).dataSync()
    own.forEach((value, i) => {
      expect(value).toBeCloseTo(1, 6)
      expect(others[i]).toBeLessThan(0.9)
    })
  })

  it('is the same both ways round', () => {
    const [a, b] = [drawn('one', 20, [8, 8, 1]), drawn('other', 20, [8, 8, 1])]
    const there = structuralSimilarity(a, b).dataSync()
    structuralSimilarity(b, a).dataSync().forEach((value, i) => expect(value).toBeCloseTo(there[i], 6))
  })
})
