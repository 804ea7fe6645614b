import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { loadTensorFlow } from '../../../main/compute/tensorflow.ts'
import { architectureFor } from '../../../main/models/architecture.ts'
import { decode, denseFeatures, encode, weightsOf } from '../../../main/models/network.ts'
import { countParameters, initialParameters, parameterSlots } from '../../../main/models/parameters.ts'
import { stream } from '../../../main/models/random.ts'
import { decoderModel, encoderModel } from '../../../main/exports/onnx/models.ts'
import { weightArrays } from '../../../main/exports/onnx/weights.ts'
import { runOnnx } from './runOnnx.ts'

beforeAll(() => loadTensorFlow())

/** Biases that are not 0 as well, so that one left out is seen. */
function madeWeights(slots: ReturnType<typeof parameterSlots>): Float32Array {
  const [flat, random] = [initialParameters(slots, stream('onnx/weights')), stream('onnx/biases')]
  for (const { offset, size, fans } of slots) if (!fans) for (let i = 0; i < size; i++) flat[offset + i] = random.uniform() - 0.5
  return flat
}

test.each([
  ['mnist', 28, 28, 1], ['fashion-mnist', 28, 28, 1], ['cifar-10', 32, 32, 3], ['auto', 13, 18, 3], ['auto', 8, 8, 1],
] as const)('the encoder and decoder of %s, %d x %d x %d, say in ONNX Runtime what they say in TensorFlow', async (name, height, width, channels) => {
  const network = architectureFor(name, { height, width, channels }, 12, 3)
  const slots = parameterSlots(network)
  const flat = madeWeights(slots)
  expect(flat).toHaveLength(countParameters(slots))
  const weights = weightsOf(tf.tensor1d(flat), slots)
  const random = stream('onnx/images')
  const pixels = Float32Array.from({ length: 2 * height * width * channels }, () => random.uniform())
  const images = tf.tensor4d(pixels, [2, height, width, channels])
  const member = { network, weights: weightArrays(flat, slots), latent: null as never }

  const encoded = await runOnnx(encoderModel(member), pixels, images.shape)
  near(encoded.mean.values, await encode(network, weights, images).mean.data())
  near(encoded.features.values, await denseFeatures(network, weights, images).data())

  const points = Float32Array.from({ length: 6 }, () => 2 * random.uniform() - 1)
  const decoded = await runOnnx(decoderModel(member), points, [2, 3])
  expect(decoded.reconstruction.dims).toEqual([2, height, width, channels])
  near(decoded.reconstruction.values, await tf.sigmoid(decode(network, weights, tf.tensor2d(points, [2, 3]))).data())
})

function near(found: number[], wanted: ArrayLike<number>): void {
  expect(found).toHaveLength(wanted.length)
  found.forEach((value, i) => expect(Math.abs(value - wanted[i])).toBeLessThan(1e-5))
}
