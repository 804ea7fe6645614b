import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { narrowTranspose } from '../../main/models/narrowTranspose.ts'
import { stream } from '../../main/models/random.ts'

beforeAll(async () => void await loadTensorFlow())

it.each([1, 3])('a narrow transposed convolution to %i channels, and its gradients, are those of the direct form', (outputs) => {
  const random = stream('narrow')
  const map = tf.tensor4d(random.normals(2 * 5 * 7 * 4), [2, 5, 7, 4])
  const kernel = tf.tensor4d(random.normals(9 * outputs * 4), [3, 3, outputs, 4])
  const weights = tf.tensor4d(random.normals(2 * 5 * 7 * outputs), [2, 5, 7, outputs])
  const direct = (x: tf.Tensor, k: tf.Tensor) => tf.conv2dTranspose(x as tf.Tensor4D, k as tf.Tensor4D, [2, 5, 7, outputs], 1, 'same')
  const narrow = (x: tf.Tensor, k: tf.Tensor) => narrowTranspose(x as tf.Tensor4D, k as tf.Tensor4D)
  const results = [direct, narrow].map((f) => {
    const { value, grads } = tf.valueAndGrads((x, k) => tf.sum(tf.mul(f(x, k), weights)))([map, kernel])
    return [f(map, kernel), value, ...grads].map((tensor) => tensor.dataSync())
  })
  results[0].forEach((expected, i) => expected.forEach((value, j) => expect(results[1][i][j]).toBeCloseTo(value, 3)))
})
