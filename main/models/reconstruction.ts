import * as tf from '@tensorflow/tfjs-core'
import type { EncodingName, ReconstructionError } from './encodingNames.ts'
import { crossEntropy } from './losses.ts'
import { structuralSimilarity } from './structuralSimilarity.ts'

/** Of the decoder's logits and the images, both batch x height x width x channels: how badly each was drawn again. */
type ErrorOf = (logits: tf.Tensor4D, images: tf.Tensor4D) => tf.Tensor1D

const VALUES = [1, 2, 3]

/**
 * Binary cross-entropy summed over an image's values, squared error averaged over them, and what is missing of a
 * structural similarity of 1.
 */
const errors: Record<ReconstructionError, ErrorOf> = {
  bce: (logits, images) => tf.sum(crossEntropy(logits, images), VALUES),
  mse: (logits, images) => tf.mean(tf.square(tf.sub(tf.sigmoid(logits), images)), VALUES),
  ssim: (logits, images) => tf.sub(1, structuralSimilarity(images, tf.sigmoid(logits))),
}

export const isReconstructionError = (name: EncodingName): name is ReconstructionError => name in errors

/** The wanted errors of a batch's reconstruction, batch each. */
export function reconstructionErrors(
  logits: tf.Tensor4D, images: tf.Tensor4D, wanted: ReconstructionError[],
): Partial<Record<ReconstructionError, tf.Tensor1D>> {
  return Object.fromEntries(wanted.map((name) => [name, errors[name](logits, images)]))
}
