import type { EncoderDescription } from '../contract/encoders.ts'
import { encodeBatch } from './encodeBatch.ts'
import { EncoderProblem } from './encoderProblem.ts'
import type { ImageShape } from './imageTensor.ts'
import type { OnnxModel } from './onnxModel.ts'

/** Images by position, as values in [0, 1]. */
export interface ImageReader { count: number; shape: ImageShape; read(positions: Uint32Array): Float32Array }

/** Small enough that a cancelled job ends soon. */
const BATCH = 32

/**
 * What an encoder says of every image: images x the output's width, flat.
 * @param done told after each batch how many images are done; what it throws ends the work
 * @throws EncoderProblem where the model fails, or says something that is not finite
 */
export async function imageFeatures(
  model: OnnxModel, description: EncoderDescription, images: ImageReader, done: (images: number) => void,
): Promise<Float32Array> {
  const { width } = description.output
  const features = new Float32Array(images.count * width)
  const batch = description.input.batch ?? BATCH
  for (let first = 0; first < images.count; first += batch) {
    const positions = Uint32Array.from({ length: Math.min(batch, images.count - first) }, (_, i) => first + i)
    const { values } = await encodeBatch(model, description, images.read(positions), images.shape)
    checkFinite(values, width, first)
    features.set(values, first * width)
    done(first + positions.length)
  }
  return features
}

function checkFinite(values: Float32Array, width: number, first: number): void {
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad < 0) return
  throw new EncoderProblem(`The encoder's features of the image at position ${first + Math.floor(bad / width)} are not finite numbers.`,
    'Add the encoder again under another name, with the --mean and --std that it was trained with.')
}
