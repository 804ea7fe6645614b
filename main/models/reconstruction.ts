import * as tf from '@tensorflow/tfjs-core'
import { crossEntropy } from './losses.ts'

/**
 * How badly images were drawn again, batch each: binary cross-entropy summed over an image's values, and squared error
 * averaged over them.
 * @param logits of the decoder, batch x height x width x channels
 */
export function reconstructionErrors(logits: tf.Tensor4D, images: tf.Tensor4D): { bce: tf.Tensor1D; mse: tf.Tensor1D } {
  const values = [1, 2, 3]
  return {
    bce: tf.sum(crossEntropy(logits, images), values),
    mse: tf.mean(tf.square(tf.sub(tf.sigmoid(logits), images)), values),
  }
}
