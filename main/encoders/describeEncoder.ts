import type { EncoderDescription, EncoderInput, EncoderWishes } from '../contract/encoders.ts'
import { encodeBatch } from './encodeBatch.ts'
import { EncoderProblem } from './encoderProblem.ts'
import { outputNamed } from './featureVectors.ts'
import { imageInputOf } from './imageInput.ts'
import type { OnnxModel } from './onnxModel.ts'

/**
 * What a model is as an encoder: what it declares, and what comes out of it for made images, two at once (where it takes
 * two) and one alone.
 * @throws EncoderProblem with a sentence where it is none
 */
export async function describeEncoder(model: OnnxModel, { size, mean, std, output }: EncoderWishes): Promise<EncoderDescription> {
  const input = imageInputOf(model, size ?? null)
  const normalisation = { mean: perChannel(mean ?? [0], input, 'mean'), std: perChannel(std ?? [1], input, 'std') }
  const settings = { input, ...normalisation, output: { name: outputNamed(model, output ?? null) } }
  const several = input.batch === 1 ? [1] : [0, 1]
  const { width, pooled, values } = await encodeBatch(model, settings, patterns(input, several), input)
  const second = await encodeBatch(model, settings, patterns(input, [0.6]), input)
  if (second.width !== width) {
    throw new EncoderProblem(
      `The output "${settings.output.name}" has no fixed width: it had ${width} numbers for one image and ${second.width} for another.`,
      'Name another output with --output.')
  }
  if (!values.every(Number.isFinite)) {
    throw new EncoderProblem(`The output "${settings.output.name}" is not finite for a made image.`, 'Check --mean and --std.')
  }
  return { ...settings, output: { name: settings.output.name, width, pooled } }
}

function perChannel(values: number[], { channels }: EncoderInput, name: string): number[] {
  if (values.length === channels) return values
  if (values.length === 1) return Array.from({ length: channels }, () => values[0])
  throw new EncoderProblem(`The model takes ${channels === 1 ? 'one channel' : `${channels} channels`}, and --${name} has ${values.length} numbers.`,
    `Give ${channels === 1 ? 'one number' : `one number, or ${channels}`}.`)
}

/** An image for each brightness: values from 0 to it that repeat nowhere soon. */
function patterns({ height, width, channels }: EncoderInput, brightness: number[]): Float32Array {
  const size = height * width * channels
  return Float32Array.from({ length: brightness.length * size }, (_, i) => (brightness[Math.floor(i / size)] * ((i * 193) % 251)) / 250)
}
