import { describe, expect, it } from 'vitest'
import type { EncoderWishes } from '../../main/contract/encoders.ts'
import { describeEncoder } from '../../main/encoders/describeEncoder.ts'
import { modelNamed } from './fixtureFiles.ts'

const described = async (name: string, wishes: EncoderWishes = {}) => describeEncoder(await modelNamed(name), wishes)

describe('a model is described by what it declares and what comes out of it', () => {
  it('channels first, any number at a time, a vector', async () => {
    expect(await described('tiny-encoder', { mean: [0.5] })).toEqual({
      input: { name: 'image', layout: 'NCHW', channels: 3, height: 16, width: 16, batch: null },
      output: { name: 'features', width: 8, pooled: false }, mean: [0.5, 0.5, 0.5], std: [1, 1, 1],
    })
  })

  it('another output by its name: a map is averaged over space', async () => {
    expect((await described('tiny-encoder', { output: 'map' })).output).toEqual({ name: 'map', width: 8, pooled: true })
  })

  it('one grey image of any size at a time', async () => {
    const { input, output } = await described('free-size', { size: 20 })
    expect(input).toMatchObject({ channels: 1, height: 20, width: 20, batch: 1 })
    expect(output).toMatchObject({ width: 5, pooled: true })
  })

  it('channels last, two at a time', async () => {
    const { input, output } = await described('channels-last', { size: 12 })
    expect(input).toMatchObject({ name: 'pixels', layout: 'NHWC', channels: 3, height: 12, batch: 2 })
    expect(output).toMatchObject({ name: 'last', width: 6, pooled: true })
  })
})

describe('what cannot be used is refused with a sentence', () => {
  it.each<[string, EncoderWishes, string]>([
    ['text', {}, 'text.onnx is not an ONNX model.'],
    ['weights-elsewhere', {}, 'weights-elsewhere.onnx has its weights in other files.'],
    ['newer-version', {}, 'newer-version.onnx is written in a newer version of ONNX than this runtime reads.'],
    ['unknown-operator', {}, 'unknown-operator.onnx needs an operator that ONNX Runtime does not have: made.up:Sharpen(-1) is not a registered function/op.'],
    ['two-inputs', {}, 'The model has 2 inputs (image, mask); an encoder has one, the image.'],
    ['integer-input', {}, 'The input "image" is of the type uint8; an encoder takes float32.'],
    ['flat-input', {}, 'The input "image" has the shape ? x 784; an image has four sides, with 1 or 3 channels'],
    ['many-channels', {}, 'The input "image" has the shape ? x 4 x 16 x 16; an image has four sides'],
    ['free-size', {}, 'The model takes images of any size, so one must be named.'],
    ['tiny-encoder', { size: 32 }, 'The model takes images of 16 x 16 pixels, and not of another size.'],
    ['tiny-encoder', { output: 'pool' }, 'The model has no output "pool".'],
    ['tiny-encoder', { output: 'label' }, 'The output "label" is of the type int64; features are float32.'],
    ['tiny-encoder', { mean: [0, 0] }, 'The model takes 3 channels, and --mean has 2 numbers.'],
    ['free-size', { size: 16, std: [1, 1, 1] }, 'The model takes one channel, and --std has 3 numbers.'],
    ['one-number', {}, 'For 2 images the output "y" has the shape a single number; it must have one row an image.'],
    ['no-fixed-width', {}, 'The output "y" has no fixed width: it had'],
    ['too-wide', {}, 'The output "y" has 12,288 numbers an image; the limit is 4,096.'],
    ['wrong-size', { size: 16 }, 'The model cannot be run on images of 16 x 16 pixels: Compute MatMul dimension mismatch.'],
    ['not-finite', {}, 'The output "y" is not finite for a made image.'],
  ])('%s %j: %s', async (name, wishes, sentence) => {
    await expect(described(name, wishes)).rejects.toMatchObject({ code: 'BAD_ENCODER', message: expect.stringContaining(sentence) })
  })

  it('a model of one size is run on that size', async () => {
    expect((await described('wrong-size', { size: 10 })).output).toEqual({ name: 'y', width: 2, pooled: false })
  })
})
