import * as tf from '@tensorflow/tfjs-core'
import type { Architecture } from './architecture.ts'
import { type Losses, losses, type Objective } from './losses.ts'
import { decode, encode, sample, weightsOf } from './network.ts'
import { countParameters, initialParameters, type ParameterSlot, parameterSlots } from './parameters.ts'
import { stream } from './random.ts'

/** A member's network, objective and prior means: all that its loss depends on beside weights and images. */
export interface MemberModel {
  network: Architecture
  objective: Objective
  /** Prior means by known class, classes x d; where they are learned, only where they start. */
  means: number[][]
  slots: ParameterSlot[]
}

/** The tensors of one batch: images, one-hot classes, and the standard normal noise of the sample. */
export interface Batch { images: tf.Tensor4D; oneHot: tf.Tensor2D; noise: tf.Tensor2D }

export function memberModel(network: Architecture, objective: Objective, means: number[][]): MemberModel {
  return { network, objective, means, slots: parameterSlots(network) }
}

/** The member's first parameters: network, and behind it the prior means where they are learned. */
export function firstParameters({ slots, objective, means }: MemberModel, member: string): Float32Array {
  const network = initialParameters(slots, stream(`${member}/init`))
  return objective.means === 'learned' ? Float32Array.from([...network, ...means.flat()]) : network
}

/** The prior means as a tensor, classes x d: constants, or the end of the flat vector. */
export function priorMeans({ slots, objective, means }: MemberModel, flat: tf.Tensor1D): tf.Tensor2D {
  if (objective.means === 'fixed') return tf.tensor2d(means)
  const shape: [number, number] = [means.length, means[0].length]
  return tf.slice1d(flat, countParameters(slots), shape[0] * shape[1]).reshape(shape)
}

/** The losses of a batch under the flat parameters. */
export function batchLosses(model: MemberModel, flat: tf.Tensor1D, batch: Batch): Losses {
  const weights = weightsOf(flat, model.slots)
  const posterior = encode(model.network, weights, batch.images)
  const z = sample(posterior, batch.noise)
  const logits = decode(model.network, weights, z)
  const inputs = { images: batch.images, logits, posterior, z, means: priorMeans(model, flat), oneHot: batch.oneHot }
  return losses(model.objective, inputs)
}

/** Losses as one vector, total, reconstruction, divergence, times the batch's size: to be summed over an epoch. */
export function weighedLosses({ total, reconstruction, divergence }: Losses, images: number): tf.Tensor1D {
  return tf.mul(tf.stack([total, reconstruction, divergence]), images) as tf.Tensor1D
}
