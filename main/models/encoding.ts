import * as tf from '@tensorflow/tfjs-core'
import { type Architecture, mapSizes } from './architecture.ts'
import type { EncodingName, Encodings } from './encodingNames.ts'
import type { MemberModel } from './memberModel.ts'
import { classLogits, decode, denseFeatures, posteriorOf, type Weights, weightsOf } from './network.ts'
import { isReconstructionError, reconstructionErrors } from './reconstruction.ts'

/** Where images come from: how many, and some of them as values in [0, 1]. */
export interface ImageReader { count: number; read(positions: Uint32Array): Float32Array }

/** Told after each batch how many images are done; it may let other tasks in. */
export type EncodingWatch = (done: number) => Promise<void> | void

type Said = Partial<Record<EncodingName, tf.Tensor>>

/** 512 at once take an eighth more of the processor's time for each image; more than 2,048 save nothing. */
const LARGEST_BATCH = 2048
/** The most values that the widest map of a batch may have: 64 MB, of which a few are there at a time. */
const WIDEST = 2 ** 24

/** What a member of a kind says of every image without being asked for more. */
export const plainEncodings = (kind: MemberModel['kind']): EncodingName[] =>
  kind === 'cnn' ? ['features', 'logits'] : ['means', 'logVariances']

/**
 * How many images are encoded at once: as many as make the widest map no larger than is allowed. Where they are decoded
 * too that is the decoder's last, of the image's height and width and the first stage's filters.
 */
export function imagesAtOnce(network: Architecture, decoding: boolean): number {
  const maps = mapSizes(network)
  if (decoding) maps.push([network.image.height, network.image.width, network.stages[0].filters])
  const widest = Math.max(...maps.map(([height, width, channels]) => height * width * channels))
  return Math.max(1, Math.min(LARGEST_BATCH, Math.floor(WIDEST / widest)))
}

/** Encodes all images: one Float32Array for each name, images x its width. */
export async function encodeImages(
  model: MemberModel, parameters: Float32Array, images: ImageReader, names: EncodingName[], watch: EncodingWatch,
): Promise<Encodings> {
  const weights = tf.tidy(() => weightsOf(tf.tensor1d(parameters), model.slots))
  const out: Encodings = {}
  const batch = imagesAtOnce(model.network, names.some(isReconstructionError))
  for (let start = 0; start < images.count; start += batch) {
    const positions = Uint32Array.from({ length: Math.min(batch, images.count - start) }, (_, i) => start + i)
    const said = tf.tidy(() => wanted(sayOf(model, weights, batchOf(model, images, positions), names), names))
    for (const name of names) await keep(out, name, said[name], start, images.count)
    tf.dispose(said as tf.TensorContainer)
    await watch(start + positions.length)
  }
  tf.dispose(weights)
  return out
}

function batchOf({ network: { image } }: MemberModel, images: ImageReader, positions: Uint32Array): tf.Tensor4D {
  return tf.tensor4d(images.read(positions), [positions.length, image.height, image.width, image.channels])
}

function sayOf(model: MemberModel, weights: Weights, batch: tf.Tensor4D, names: EncodingName[]): Said {
  if (model.kind === 'cnn') return classLogits(model.network, weights, batch)
  const features = denseFeatures(model.network, weights, batch)
  const { mean, logVariance } = posteriorOf(weights, features)
  const asked = names.filter(isReconstructionError)
  const errors = asked.length > 0 ? reconstructionErrors(decode(model.network, weights, mean), batch, asked) : {}
  return { means: mean, logVariances: logVariance, features, ...errors }
}

/** @throws Error where the model does not say what is asked for */
function wanted(said: Said, names: EncodingName[]): Said {
  const missing = names.find((name) => !said[name])
  if (missing) throw new Error(`This kind of member has no encoding "${missing}".`)
  return Object.fromEntries(names.map((name) => [name, said[name]]))
}

async function keep(
  out: Encodings, name: EncodingName, tensor: tf.Tensor | undefined, start: number, count: number,
): Promise<void> {
  const values = await tensor!.data() as Float32Array
  const width = tensor!.size / tensor!.shape[0]
  const all = out[name] ??= new Float32Array(count * width)
  all.set(values, start * width)
}
