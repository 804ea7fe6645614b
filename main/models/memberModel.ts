import * as tf from '@tensorflow/tfjs-core'
import type { Architecture } from './architecture.ts'
import { softmaxCrossEntropy } from './classifier.ts'
import { type Losses, losses, type Objective } from './losses.ts'
import { classLogits, decode, encode, sample, weightsOf } from './network.ts'
import { classifierSlots, countParameters, initialParameters, type ParameterSlot, parameterSlots } from './parameters.ts'
import { stream } from './random.ts'

export type ModelKind = 'cl-vae' | 'vae' | 'cnn'

/** A member's network, objective and prior means: all that its loss depends on beside weights and images. */
export interface MemberModel {
  kind: ModelKind
  network: Architecture
  objective: Objective
  /** Classes that it tells apart: those of the one-hot rows of a batch. */
  classes: number
  /** Prior means by class, classes x d; where they are learned, only where they start. None for a classifier. */
  means: number[][]
  slots: ParameterSlot[]
}

/** The tensors of one batch: images, one-hot classes, and the standard normal noise of the sample. */
export interface Batch { images: tf.Tensor4D; oneHot: tf.Tensor2D; noise: tf.Tensor2D }

/** The class-latent VAE (arXiv 2410.12328): a Gaussian around its own mean for each class. */
export function classLatentVae(network: Architecture, objective: Objective, means: number[][]): MemberModel {
  return { kind: 'cl-vae', network, objective, classes: means.length, means, slots: parameterSlots(network) }
}

/** A VAE that knows no classes (Kingma and Welling 2014): one class, and its prior at the origin. */
export function plainVae(network: Architecture, objective: Objective): MemberModel {
  const origin = Array.from({ length: network.latent }, () => 0)
  const fixed = { ...objective, means: 'fixed' as const, classWeight: 0 }
  return { ...classLatentVae(network, fixed, [origin]), kind: 'vae' }
}

/** The paper's CNN: the encoder's convolutions and dense layer, and a softmax over the known classes. */
export function classifier(network: Architecture, objective: Objective, classes: number): MemberModel {
  return { kind: 'cnn', network, objective, classes, means: [], slots: classifierSlots(network, classes) }
}

/** Whether the prior means are among the parameters. */
export const learnsMeans = ({ kind, objective }: MemberModel): boolean => kind === 'cl-vae' && objective.means === 'learned'

/** The member's first parameters: network, and behind it the prior means where they are learned. */
export function firstParameters(model: MemberModel, member: string): Float32Array {
  const network = initialParameters(model.slots, stream(`${member}/init`))
  return learnsMeans(model) ? Float32Array.from([...network, ...model.means.flat()]) : network
}

/** The prior means as a tensor, classes x d: constants, or the end of the flat vector. */
export function priorMeans(model: MemberModel, flat: tf.Tensor1D): tf.Tensor2D {
  const { slots, means } = model
  if (!learnsMeans(model)) return tf.tensor2d(means)
  const shape: [number, number] = [means.length, means[0].length]
  return tf.slice1d(flat, countParameters(slots), shape[0] * shape[1]).reshape(shape)
}

/** The losses of a batch under the flat parameters. */
export function batchLosses(model: MemberModel, flat: tf.Tensor1D, batch: Batch): Losses {
  const weights = weightsOf(flat, model.slots)
  if (model.kind === 'cnn') {
    return softmaxCrossEntropy(classLogits(model.network, weights, batch.images).logits, batch.oneHot)
  }
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
