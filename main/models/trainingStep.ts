import * as tf from '@tensorflow/tfjs-core'
import { type AdamState, adamStep } from './adam.ts'
import { batchLosses, type Batch, type MemberModel, weighedLosses } from './memberModel.ts'

/** The state that steps carry on: Adam's, and the epoch's sums of total, reconstruction and divergence. */
export interface StepState { adam: AdamState; sums: tf.Tensor1D }

/**
 * One training step: the gradient of the batch's loss over the flat parameters, and Adam. The old state's tensors
 * and the batch's are disposed of.
 * @param step counted from 1 over the whole run
 */
export function trainingStep(
  model: MemberModel, state: StepState, batch: Batch, step: number, learningRate: number,
): StepState {
  let sums = state.sums
  const adam = tf.tidy(() => {
    const result = gradient(model, state, batch)
    sums = result.sums
    return adamStep(state.adam, result.grad, step, learningRate)
  })
  disposeState(state)
  disposeBatch(batch)
  return { adam, sums }
}

function gradient(model: MemberModel, state: StepState, batch: Batch): { grad: tf.Tensor1D; sums: tf.Tensor1D } {
  let sums: tf.Tensor1D | undefined
  const { grad } = tf.valueAndGrad((flat: tf.Tensor) => {
    const parts = batchLosses(model, flat as tf.Tensor1D, batch)
    sums = tf.keep(tf.add(state.sums, weighedLosses(parts, batch.images.shape[0])) as tf.Tensor1D)
    return parts.total
  })(state.adam.parameters)
  return { grad: grad as tf.Tensor1D, sums: sums as tf.Tensor1D }
}

/** The losses of a batch without a step, added to `sums`, whose tensor is disposed of with the batch's. */
export function addLosses(model: MemberModel, parameters: tf.Tensor1D, sums: tf.Tensor1D, batch: Batch): tf.Tensor1D {
  const next = tf.tidy(() => {
    const parts = batchLosses(model, parameters, batch)
    return tf.add(sums, weighedLosses(parts, batch.images.shape[0])) as tf.Tensor1D
  })
  sums.dispose()
  disposeBatch(batch)
  return next
}

export function disposeState({ adam, sums }: StepState): void {
  tf.dispose([adam.parameters, adam.first, adam.second, sums])
}

function disposeBatch({ images, oneHot, noise }: Batch): void {
  tf.dispose([images, oneHot, noise])
}
