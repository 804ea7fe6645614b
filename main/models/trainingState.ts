import * as tf from '@tensorflow/tfjs-core'
import { augment } from './augmentation.ts'
import { oneHotOf, type TrainingImages } from './batches.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type Batch, firstParameters, type MemberModel } from './memberModel.ts'
import { stream } from './random.ts'
import type { StepState } from './trainingStep.ts'

/** The checkpoint of a run that has not begun. */
export function freshCheckpoint(model: MemberModel, member: string): Checkpoint {
  const parameters = firstParameters(model, member)
  const zeros = () => new Float32Array(parameters.length)
  return {
    epoch: 0, step: 0, stepInEpoch: 0, seconds: 0, curve: [], best: { loss: null, epoch: 0, since: 0 },
    parameters, first: zeros(), second: zeros(), bestParameters: parameters.slice(), sums: new Float32Array(3),
  }
}

/** The tensors that a checkpoint stands for. */
export function stepStateOf({ parameters, first, second, sums }: Checkpoint): StepState {
  const adam = { parameters: tf.tensor1d(parameters), first: tf.tensor1d(first), second: tf.tensor1d(second) }
  return { adam, sums: tf.tensor1d(sums) }
}

/** Reads the tensors of the state back into a checkpoint's arrays. */
async function readState({ adam, sums }: StepState): Promise<Pick<Checkpoint, 'parameters' | 'first' | 'second' | 'sums'>> {
  const read = async (tensor: tf.Tensor) => Float32Array.from(await tensor.data())
  return {
    parameters: await read(adam.parameters), first: await read(adam.first), second: await read(adam.second), sums: await read(sums),
  }
}

/**
 * The tensors of some images, with the noise and the augmentation that `name` stands for: the same name gives the
 * same batch, whether or not the run was interrupted before it.
 */
export function batchAt(
  model: MemberModel, images: TrainingImages, positions: Uint32Array, name: string, augmented: boolean,
): Batch {
  const { image, latent } = model.network
  const count = positions.length
  const plain = images.read(positions)
  const pixels = augmented ? augment(plain, image, stream(`${name}/augment`)) : plain
  return {
    images: tf.tensor4d(pixels, [count, image.height, image.width, image.channels]),
    oneHot: tf.tensor2d(oneHotOf(positions, images.classOf, model.classes), [count, model.classes]),
    noise: tf.tensor2d(stream(`${name}/noise`).normals(count * latent), [count, latent]),
  }
}

/** Brings a checkpoint's arrays up to the tensors of the state. */
export async function updateCheckpoint(at: Checkpoint, state: StepState): Promise<void> {
  Object.assign(at, await readState(state))
}
