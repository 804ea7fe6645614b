import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeEncoder } from '../../main/encoders/describeEncoder.ts'
import { imageFeatures, type ImageReader } from '../../main/encoders/imageFeatures.ts'
import { modelNamed } from './fixtureFiles.ts'

interface Case {
  model: string; output: string; size: number; mean: number[]; std: number[]
  shape: [number, number, number, number]; pixels: number[]; width: number; features: number[]
}

const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures', 'features.json'), 'utf8')) as Case[]

/** The images of a case, so many times over. */
function readerOf({ shape: [count, height, width, channels], pixels }: Case, times = 1): ImageReader {
  const size = height * width * channels
  const read = (positions: Uint32Array) => Float32Array.from(
    [...positions].flatMap((i) => pixels.slice((i % count) * size, (i % count + 1) * size)), (value) => value / 255)
  return { count: count * times, shape: { height, width, channels }, read }
}

async function encoded(one: Case, reader = readerOf(one), done: (images: number) => void = () => undefined) {
  const model = await modelNamed(one.model)
  const description = await describeEncoder(model, one)
  return { description, features: await imageFeatures(model, description, reader, done) }
}

describe.each(cases)('$model, output $output, images of $shape at $size', (one) => {
  it('gives onnxruntime\'s features of images that its own Resize resized, within 1e-4', async () => {
    const { description, features } = await encoded(one)
    expect(description.output.width).toBe(one.width)
    expect(features).toHaveLength(one.features.length)
    features.forEach((value, i) => expect(Math.abs(value - one.features[i])).toBeLessThan(1e-4))
  })

  it('gives each image the same whatever batch it is in', async () => {
    const { features } = await encoded(one, readerOf(one, 30))
    const length = one.features.length
    for (let at = 0; at < features.length; at++) expect(features[at]).toBeCloseTo(features[at % length], 5)
  })
})

it('tells how many images are done, and ends where that throws', async () => {
  const [one] = cases
  const told: number[] = []
  await encoded(one, readerOf(one, 30), (done) => void told.push(done))
  expect(told).toEqual([32, 64, 90])
  await expect(encoded(one, readerOf(one, 30), (done) => { if (done > 32) throw new Error('cancelled') })).rejects.toThrow('cancelled')
})

it('features that are not finite are refused with the image\'s position', async () => {
  const model = await modelNamed('not-finite')
  const description = {
    input: { name: 'image', layout: 'NCHW' as const, channels: 1 as const, height: 16, width: 16, batch: null },
    output: { name: 'y', width: 1, pooled: true }, mean: [0], std: [1],
  }
  const read = (positions: Uint32Array) => new Float32Array(positions.length * 4).fill(1).map((one, i) => (i >= 8 ? 0 : one))
  const reader = { count: 3, shape: { height: 2, width: 2, channels: 1 }, read }
  await expect(imageFeatures(model, description, reader, () => undefined)).rejects.toThrow('the image at position 2')
})
