import * as tf from '@tensorflow/tfjs-core'
import { type Architecture, mapSizes } from './architecture.ts'
import { narrowTranspose } from './narrowTranspose.ts'
import type { ParameterSlot } from './parameters.ts'

/** The network's weight arrays by name, cut out of the flat vector. */
export type Weights = Record<string, tf.Tensor>

/** A member's view of a batch: posterior mean m and log-variance v, both batch x d. */
export interface Posterior { mean: tf.Tensor2D; logVariance: tf.Tensor2D }

/** Cuts the flat parameter vector into the arrays of its slots; what is left at the end is not looked at. */
export function weightsOf(flat: tf.Tensor1D, slots: ParameterSlot[]): Weights {
  const used = slots.reduce((sum, slot) => sum + slot.size, 0)
  const rest = flat.size - used
  const pieces = tf.split(flat, [...slots.map((slot) => slot.size), ...(rest > 0 ? [rest] : [])])
  return Object.fromEntries(slots.map((slot, i) => [slot.name, slot.shape.length === 1 ? pieces[i] : pieces[i].reshape(slot.shape)]))
}

function dense(x: tf.Tensor, weights: Weights, name: string): tf.Tensor2D {
  const product = tf.matMul(x, weights[`${name}/kernel`]) as tf.Tensor2D
  return tf.add(product, weights[`${name}/bias`])
}

/**
 * The encoder up to its dense layer, after ReLU: batch x dense.
 * @param images batch x height x width x channels in [0, 1]
 */
export function denseFeatures(network: Architecture, weights: Weights, images: tf.Tensor4D): tf.Tensor2D {
  let map = images
  network.stages.forEach(({ stride }, i) => {
    const kernel = weights[`encoder/convolution-${i}/kernel`] as tf.Tensor4D
    map = tf.relu(tf.add(tf.conv2d(map, kernel, stride, 'same'), weights[`encoder/convolution-${i}/bias`]))
  })
  return tf.relu(dense(map.reshape([images.shape[0], -1]), weights, 'encoder/dense'))
}

/** The encoder: images to posteriors. */
export function encode(network: Architecture, weights: Weights, images: tf.Tensor4D): Posterior {
  return posteriorOf(weights, denseFeatures(network, weights, images))
}

/** The posterior that the dense features give. */
export function posteriorOf(weights: Weights, features: tf.Tensor2D): Posterior {
  const [mean, logVariance] = tf.split<tf.Tensor2D>(dense(features, weights, 'encoder/posterior'), 2, 1)
  return { mean, logVariance }
}

/** The classifier: images to its dense features and to the logits of the classes, batch x classes. */
export function classLogits(
  network: Architecture, weights: Weights, images: tf.Tensor4D,
): { features: tf.Tensor2D; logits: tf.Tensor2D } {
  const features = denseFeatures(network, weights, images)
  return { features, logits: dense(features, weights, 'classifier') }
}

/**
 * The decoder: latent points to the logits of the pixels.
 * @param z batch x d
 * @returns batch x height x width x channels
 */
export function decode(network: Architecture, weights: Weights, z: tf.Tensor2D): tf.Tensor4D {
  const maps = mapSizes(network)
  const batch = z.shape[0]
  const start = tf.relu(dense(z, weights, 'decoder/dense'))
  let map: tf.Tensor4D = start.reshape([batch, ...maps[maps.length - 1]])
  for (let i = 0; i < network.stages.length; i++) {
    const stage = network.stages[network.stages.length - 1 - i]
    const [height, width] = maps[network.stages.length - 1 - i]
    map = tf.relu(transpose(map, weights, `decoder/convolution-${i}`, [batch, height, width, stage.filters], stage.stride))
  }
  return tf.add(narrowTranspose(map, weights['decoder/image/kernel'] as tf.Tensor4D), weights['decoder/image/bias'])
}

function transpose(
  map: tf.Tensor4D, weights: Weights, name: string, shape: [number, number, number, number], stride: 1 | 2,
): tf.Tensor4D {
  const kernel = weights[`${name}/kernel`] as tf.Tensor4D
  return tf.add(tf.conv2dTranspose(map, kernel, shape, stride, 'same'), weights[`${name}/bias`])
}

/** z = m + exp(v / 2) * e, e standard normal (Kingma and Welling 2014). */
export function sample({ mean, logVariance }: Posterior, noise: tf.Tensor2D): tf.Tensor2D {
  return tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), noise))
}
