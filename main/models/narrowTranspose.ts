import * as tf from '@tensorflow/tfjs-core'

/**
 * A transposed 3x3 'same' convolution of stride 1 to few channels, in two steps that processors are good at: one
 * matrix product gives every pixel its nine contributions, u[q, t, o] = sum_i x[q, i] K[t, o, i], and a convolution
 * with ones in the right places adds up those that meet: y[p, o] = sum_t u[p - t + 1, t, o]. To one channel it takes
 * half the time of the direct form.
 * @param map batch x height x width x inputs
 * @param kernel 3 x 3 x outputs x inputs, as a transposed convolution's
 * @returns batch x height x width x outputs
 */
export function narrowTranspose(map: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, inputs] = map.shape
  const outputs = kernel.shape[2]
  const contributions = tf.matMul(map.reshape([-1, inputs]), kernel.reshape([9 * outputs, inputs]), false, true)
  return tf.conv2d(contributions.reshape([batch, height, width, 9 * outputs]), gathering(outputs), 1, 'same')
}

/** The kernel 3 x 3 x (9 outputs) x outputs with a one where contribution t of output o lands: at 2 - t. */
function gathering(outputs: number): tf.Tensor4D {
  const values = new Float32Array(81 * outputs * outputs)
  for (let tap = 0; tap < 9; tap++) {
    for (let o = 0; o < outputs; o++) values[((8 - tap) * 9 * outputs + tap * outputs + o) * outputs + o] = 1
  }
  return tf.tensor4d(values, [3, 3, 9 * outputs, outputs])
}
