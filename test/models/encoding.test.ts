import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { type ArchitectureName, architectureFor } from '../../main/models/architecture.ts'
import { encodeImages, imagesAtOnce } from '../../main/models/encoding.ts'
import type { EncodingName } from '../../main/models/encodingNames.ts'
import { classifier, firstParameters } from '../../main/models/memberModel.ts'
import { tinyRun } from './tinyRun.ts'

beforeAll(async () => void await loadTensorFlow())

const { model, images } = tinyRun()
const reader = { count: 60, read: images.read }
const encoded = (names: EncodingName[]) =>
  encodeImages(model, firstParameters(model, 'some'), reader, names, () => undefined)

describe('encoding', () => {
  it('says what is asked for of every image, each name in its width', async () => {
    const said = await encoded(['means', 'features', 'bce', 'mse', 'ssim'])
    const widths = Object.entries(said).map(([name, values]) => [name, values.length / 60])
    expect(Object.fromEntries(widths)).toEqual({ means: 2, features: 8, bce: 1, mse: 1, ssim: 1 })
  })

  it('says the same of an image whatever else is asked for', async () => {
    const all = await encoded(['means', 'logVariances', 'bce', 'mse', 'ssim'])
    const { ssim } = await encoded(['ssim'])
    expect(ssim).toEqual(all.ssim)
    expect(ssim!.every((value) => value > 0 && value < 2)).toBe(true)
  })

  it('of a classifier has no reconstruction, and says so', async () => {
    const cnn = classifier(model.network, model.objective, 3)
    await expect(encodeImages(cnn, firstParameters(cnn, 'some'), reader, ['ssim'], () => undefined))
      .rejects.toThrow('no encoding "ssim"')
  })
})

describe('how many images are encoded at once', () => {
  const atOnce = (name: ArchitectureName, side: number, channels: number, decoding: boolean) =>
    imagesAtOnce(architectureFor(name, { height: side, width: side, channels }, 16, 8), decoding)

  it('is 2,048 small ones, and fewer the larger they are, so that no map has more than 16 million values', () => {
    const sides = [28, 32, 64, 128, 256]
    expect(sides.map((side) => atOnce('auto', side, 3, false))).toEqual([2048, 2048, 512, 128, 32])
    expect(sides.map((side) => atOnce('auto', side, 3, true))).toEqual([668, 512, 128, 32, 8])
  })

  it('is at least one', () => {
    expect(atOnce('fashion-mnist', 2000, 3, true)).toBe(1)
  })
})
