import * as tf from '@tensorflow/tfjs-core'

/** Adam's state over the flat parameter vector: the parameters and both moments, all of one length. */
export type AdamState = { parameters: tf.Tensor1D; first: tf.Tensor1D; second: tf.Tensor1D }

const FIRST = 0.9
const SECOND = 0.999
const EPSILON = 1e-7

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1, with Keras' epsilon 1e-7 and its form of the correction).
 * @param step counted from 1
 * @returns the new state; the old one is left to the caller to dispose of
 */
export function adamStep(state: AdamState, gradient: tf.Tensor1D, step: number, learningRate: number): AdamState {
  return tf.tidy((): AdamState => {
    const first: tf.Tensor1D = tf.add(tf.mul(state.first, FIRST), tf.mul(gradient, 1 - FIRST))
    const second: tf.Tensor1D = tf.add(tf.mul(state.second, SECOND), tf.mul(tf.square(gradient), 1 - SECOND))
    const rate = learningRate * Math.sqrt(1 - SECOND ** step) / (1 - FIRST ** step)
    const change = tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), EPSILON))
    return { parameters: tf.sub(state.parameters, change), first, second }
  })
}
