import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { runOp, runOpWithOutputs } from '../../main/compute/rawOps.ts'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'

const FLOAT = { type: 'float32' } as const

beforeAll(async () => {
  await loadTensorFlow()
})

test('an op by name does what tfjs-core composes: ReluGrad is the gradient of relu', async () => {
  const x = tf.tensor1d([-2, -0.5, 0, 0.5, 2])
  const dy = tf.tensor1d([1, 2, 3, 4, 5])
  const raw = runOp('ReluGrad', { T: FLOAT }, [dy, tf.relu(x)])
  expect(Array.from(await raw.data())).toEqual([0, 0, 0, 4, 5])
  expect(Array.from(await raw.data())).toEqual(
    Array.from(
      await tf
        .grad((v) => tf.relu(v))(x, dy)
        .data(),
    ),
  )
})

test('attributes of every type reach the op: a convolution by name equals conv2d', async () => {
  const image = tf.randomNormal([1, 5, 5, 2], 0, 1, 'float32', 1) as tf.Tensor4D
  const kernel = tf.randomNormal([3, 3, 2, 4], 0, 1, 'float32', 2) as tf.Tensor4D
  const raw = runOp(
    'Conv2D',
    {
      T: FLOAT,
      strides: { int: [1, 2, 2, 1] },
      padding: { string: 'SAME' },
      data_format: { string: 'NHWC' },
      use_cudnn_on_gpu: { bool: true },
      dilations: { int: [1, 1, 1, 1] },
    },
    [image, kernel],
  )
  expect(raw.shape).toEqual([1, 3, 3, 4])
  expect(Array.from(await raw.data())).toEqual(Array.from(await tf.conv2d(image, kernel, 2, 'same').data()))
  expect(runOp('VarHandleOp', { dtype: FLOAT, shape: { shape: [2, 3] } }, []).dtype).toBe('string')
  const leaky = runOp('LeakyRelu', { T: FLOAT, alpha: { float: 0.5 } }, [tf.tensor1d([-2, 2])])
  expect(Array.from(await leaky.data())).toEqual([-1, 2])
})

test('an op with several outputs gives them all, in order', async () => {
  const [mean, variance] = runOpWithOutputs(
    'SoftmaxCrossEntropyWithLogits',
    { T: FLOAT },
    [tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]])],
    2,
  )
  expect((await mean.data())[0]).toBeCloseTo(Math.LN2, 6)
  expect(Array.from(await variance.data())).toEqual([-0.5, 0.5])
})

test("what the op refuses is said in TensorFlow's words", () => {
  expect(() => runOp('ReluGrad', { T: FLOAT }, [tf.tensor1d([1])])).toThrow(/expected 2 inputs, got 1/)
  expect(() => runOp('NoSuchOp', {}, [])).toThrow(/NoSuchOp/)
})

test('its output is tidied as any other tensor', () => {
  const x = tf.tensor1d([1])
  const before = tf.memory().numTensors
  tf.tidy(() => {
    runOp('ReluGrad', { T: FLOAT }, [x, x])
  })
  expect(tf.memory().numTensors).toBe(before)
})
