import * as tf from '@tensorflow/tfjs-core'
import type { Posterior } from './network.ts'

/** alpha * reconstruction + (1 - alpha) * divergence (+ classWeight * class cross-entropy, + repulsion of learned means). */
export interface Objective {
  kind: 'paper' | 'as-coded' | 'recommended'
  alpha: number
  radius: number
  means: 'fixed' | 'learned'
  classWeight: number
}

/** What a loss is computed from; tensors are batch x ..., means are classes x d, `oneHot` is batch x classes. */
export interface LossInputs {
  images: tf.Tensor4D; logits: tf.Tensor4D; posterior: Posterior; z: tf.Tensor2D; means: tf.Tensor2D; oneHot: tf.Tensor2D
}

/** Means over the batch: the loss, and its two parts before they are weighed. */
export interface Losses { total: tf.Scalar; reconstruction: tf.Scalar; divergence: tf.Scalar }

/**
 * Binary cross-entropy from logits, x * -log(p) + (1 - x) * -log(1 - p) with p = sigmoid(l), per value:
 * max(l, 0) - l x + log(1 + exp(-|l|)). Its gradient is sigmoid(l) - x.
 */
export const crossEntropy = tf.customGrad((...inputs) => {
  const [logits, target, save] = inputs as [tf.Tensor, tf.Tensor, tf.GradSaveFunc]
  save([logits, target])
  const value = tf.add(tf.sub(tf.relu(logits), tf.mul(logits, target)), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))))
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
    const difference = tf.sub(tf.sigmoid(saved[0]), saved[1])
    return [tf.mul(dy, difference), tf.zerosLike(saved[1])]
  }
  return { value, gradFunc }
})

/** KL( N(m, e^v) || N(mu, I) ) = 1/2 sum_d [ (m - mu)^2 + e^v - v - 1 ], per image. */
export function divergence({ mean, logVariance }: Posterior, classMeans: tf.Tensor2D): tf.Tensor1D {
  return tf.mul(tf.sum(divergenceTerms(mean, logVariance, classMeans), 1), 0.5)
}

/** As the authors wrote it: the sample z where the mean belongs, and the mean over d where the KL sums. */
export function divergenceAsCoded({ logVariance }: Posterior, z: tf.Tensor2D, classMeans: tf.Tensor2D): tf.Tensor1D {
  return tf.mul(tf.mean(divergenceTerms(z, logVariance, classMeans), 1), 0.5)
}

function divergenceTerms(point: tf.Tensor2D, logVariance: tf.Tensor2D, classMeans: tf.Tensor2D): tf.Tensor2D {
  const squares = tf.square(tf.sub(point, classMeans))
  return tf.sub(tf.add(squares, tf.exp(logVariance)), tf.add(logVariance, 1))
}

/** Cross-entropy of the class under softmax over -||z - mu_k||^2 / 2: a class pulls its images, the others push. */
export function classCrossEntropy(z: tf.Tensor2D, means: tf.Tensor2D, oneHot: tf.Tensor2D): tf.Tensor1D {
  const norms = tf.mul(tf.sum(tf.square(means), 1), 0.5)
  const logits = tf.sub(tf.matMul(z, means, false, true), norms)
  return tf.neg(tf.sum(tf.mul(oneHot, tf.logSoftmax(logits)), 1))
}

/**
 * What keeps learned means apart and near the sphere, where the authors' have nothing to repel them:
 * r^2 / 2 * mean over pairs of exp(-||mu_j - mu_k||^2 / (2 r^2)) + mean_k (||mu_k|| - r)^2 / 2.
 */
export function repulsion(means: tf.Tensor2D, radius: number): tf.Scalar {
  const classes = means.shape[0]
  const squares = tf.sum(tf.square(means), 1, true)
  const distances = tf.relu(tf.sub(tf.add(squares, tf.transpose(squares)), tf.mul(2, tf.matMul(means, means, false, true))))
  const energy = tf.sub(tf.sum(tf.exp(tf.mul(distances, -1 / (2 * radius ** 2)))), classes)
  const pairs = Math.max(1, classes * (classes - 1))
  const drift = tf.mean(tf.square(tf.sub(tf.sqrt(tf.add(squares, 1e-12)), radius)))
  return tf.add(tf.mul(energy, radius ** 2 / 2 / pairs), tf.mul(drift, 0.5))
}

/** The three objectives (design section 4); `as-coded` has height * width pixels whatever the channels. */
export function losses(objective: Objective, inputs: LossInputs): Losses {
  const { images, logits, posterior, z, means, oneHot } = inputs
  const [batch, height, width, channels] = images.shape
  const asCoded = objective.kind === 'as-coded'
  const perImage = tf.div(tf.sum(crossEntropy(logits, images)), batch)
  const reconstruction = (asCoded ? tf.mul(perImage, height * width / (height * width * channels)) : perImage) as tf.Scalar
  const own = tf.matMul(oneHot, means) as tf.Tensor2D
  const kl = tf.mean(asCoded ? divergenceAsCoded(posterior, z, own) : divergence(posterior, own)) as tf.Scalar
  let total = tf.add(tf.mul(reconstruction, objective.alpha), tf.mul(kl, 1 - objective.alpha)) as tf.Scalar
  if (objective.classWeight > 0) {
    total = tf.add(total, tf.mul(tf.mean(classCrossEntropy(z, means, oneHot)), objective.classWeight))
  }
  if (objective.means === 'learned') total = tf.add(total, repulsion(means, objective.radius))
  return { total, reconstruction, divergence: kl }
}
