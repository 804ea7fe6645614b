import * as tf from '@tensorflow/tfjs-core'
import { crossEntropy } from './losses.ts'
import type { MemberModel } from './memberModel.ts'
import { decode, encode, weightsOf } from './network.ts'

/** What a member says of images, in their order: posterior means and log-variances, images x d. */
export interface Encodings { means: Float32Array; logVariances: Float32Array }

/** Where images come from: how many, and some of them as values in [0, 1]. */
export interface ImageReader { count: number; read(positions: Uint32Array): Float32Array }

/** Told after each batch how many images are done; it may let other tasks in. */
export type EncodingWatch = (done: number) => Promise<void> | void

const BATCH = 512

/** The posteriors of all images. */
export async function encodeImages(
  model: MemberModel, parameters: Float32Array, images: ImageReader, watch: EncodingWatch,
): Promise<Encodings> {
  const { latent } = model.network
  const out = { means: new Float32Array(images.count * latent), logVariances: new Float32Array(images.count * latent) }
  await forEachBatch(model, parameters, images, watch, async (weights, batch, start) => {
    const posterior = tf.tidy(() => ({ ...encode(model.network, weights, batch) }))
    out.means.set(await posterior.mean.data(), start * latent)
    out.logVariances.set(await posterior.logVariance.data(), start * latent)
    tf.dispose([posterior.mean, posterior.logVariance])
  })
  return out
}

/** Reconstruction error of each image from its posterior mean: binary cross-entropy, summed over its values. */
export async function reconstructionErrors(
  model: MemberModel, parameters: Float32Array, images: ImageReader, watch: EncodingWatch,
): Promise<Float32Array> {
  const out = new Float32Array(images.count)
  await forEachBatch(model, parameters, images, watch, async (weights, batch, start) => {
    const errors = tf.tidy(() => {
      const { mean } = encode(model.network, weights, batch)
      return tf.sum(crossEntropy(decode(model.network, weights, mean), batch), [1, 2, 3])
    })
    out.set(await errors.data(), start)
    errors.dispose()
  })
  return out
}

async function forEachBatch(
  model: MemberModel, parameters: Float32Array, images: ImageReader, watch: EncodingWatch,
  act: (weights: Record<string, tf.Tensor>, batch: tf.Tensor4D, start: number) => Promise<void>,
): Promise<void> {
  const { height, width, channels } = model.network.image
  const weights = tf.tidy(() => weightsOf(tf.tensor1d(parameters), model.slots))
  for (let start = 0; start < images.count; start += BATCH) {
    const positions = Uint32Array.from({ length: Math.min(BATCH, images.count - start) }, (_, i) => start + i)
    const batch = tf.tensor4d(images.read(positions), [positions.length, height, width, channels])
    await act(weights, batch, start)
    batch.dispose()
    await watch(start + positions.length)
  }
  tf.dispose(weights)
}
