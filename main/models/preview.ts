import * as tf from '@tensorflow/tfjs-core'
import type { TrainingImages } from './batches.ts'
import { imagesAtOnce } from './encoding.ts'
import { type MemberModel, priorMeans } from './memberModel.ts'
import { decode, encode, weightsOf } from './network.ts'

/** Enough points to see clusters, few enough to cost a fraction of a step. */
const MOST_POINTS = 256
const MOST_PICTURES = 8

/** Positions of the validation images that a training is looked at by. */
export interface PreviewSample { points: Uint32Array; pictures: Uint32Array }

/**
 * The same images for the same run, without any random number: points at even steps over the validation images, and
 * of these one picture of each class, then a second one, up to eight.
 */
export function previewSample({ network }: MemberModel, validation: Uint32Array, classOf: Int32Array): PreviewSample {
  const count = Math.min(MOST_POINTS, validation.length, imagesAtOnce(network, true))
  const points = Uint32Array.from({ length: count }, (_, i) => validation[Math.floor(i * validation.length / count)])
  const seen = new Map<number, number>()
  const round = [...points].map((position) => {
    const before = seen.get(classOf[position]) ?? 0
    seen.set(classOf[position], before + 1)
    return { position, before, class: classOf[position] }
  })
  const inTurn = round.sort((a, b) => a.before - b.before || a.class - b.class).slice(0, MOST_PICTURES)
  return { points, pictures: Uint32Array.from(inTurn, ({ position }) => position) }
}

/** Posterior means of some images: Float32, positions x d. */
export async function posteriorMeans(
  { network, slots }: MemberModel, parameters: tf.Tensor1D, { read }: Pick<TrainingImages, 'read'>, positions: Uint32Array,
): Promise<Float32Array> {
  const means = tf.tidy(() => encode(network, weightsOf(parameters, slots), tensorOf(read, positions, network.image)).mean)
  return drained(means)
}

/** What the decoder makes of the images' posterior means: uint8, positions x height x width x channels. */
export async function reconstructed(
  { network, slots }: MemberModel, parameters: tf.Tensor1D, { read }: Pick<TrainingImages, 'read'>, positions: Uint32Array,
): Promise<Uint8Array> {
  const values = tf.tidy(() => {
    const weights = weightsOf(parameters, slots)
    const { mean } = encode(network, weights, tensorOf(read, positions, network.image))
    return tf.sigmoid(decode(network, weights, mean))
  })
  return toBytes(await drained(values))
}

/** The prior means as they are now, classes x d. */
export async function currentMeans(model: MemberModel, parameters: tf.Tensor1D): Promise<number[][]> {
  const means = tf.tidy(() => priorMeans(model, parameters))
  const rows = await means.array()
  means.dispose()
  return rows
}

/** Values in [0, 1] as bytes. */
export const toBytes = (values: Float32Array): Uint8Array => Uint8Array.from(values, (value) => Math.round(255 * value))

function tensorOf(
  read: TrainingImages['read'], positions: Uint32Array, { height, width, channels }: MemberModel['network']['image'],
): tf.Tensor4D {
  return tf.tensor4d(read(positions), [positions.length, height, width, channels])
}

async function drained(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await tensor.data() as Float32Array
  tensor.dispose()
  return values
}
