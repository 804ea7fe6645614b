import * as tf from '@tensorflow/tfjs-core'
import type { Losses } from './losses.ts'

/** Mean cross-entropy of the class under the softmax of the logits (batch x classes). It has no other parts. */
export function softmaxCrossEntropy(logits: tf.Tensor2D, oneHot: tf.Tensor2D): Losses {
  const perImage = tf.sum(tf.mul(oneHot, tf.logSoftmax(logits)), 1)
  return { total: tf.neg(tf.mean(perImage)) as tf.Scalar, reconstruction: tf.scalar(0), divergence: tf.scalar(0) }
}
