import * as tf from '@tensorflow/tfjs-core'
import { runOp } from './rawOps.ts'

const FLOAT = { type: 'float32' } as const

/**
 * Gives two of tfjs-core's gradients TensorFlow's own ops, where core composes them of slow parts on the CPU.
 * Call it once, with the TensorFlow backend in place.
 */
export function registerFastGradients(): void {
  replaceReluGradient()
  replaceBiasGradient()
}

/** ReLU: dy where y > 0, in place of dy * step(x), of which Step alone took a third of a training step. */
function replaceReluGradient(): void {
  tf.unregisterGradient(tf.Relu)
  tf.registerGradient({
    kernelName: tf.Relu,
    outputsToSave: [true],
    gradFunc: (dy, saved) => ({ x: () => runOp('ReluGrad', { T: FLOAT }, [dy as tf.Tensor, saved[0]]) }),
  })
}

/** Adding a bias to the channels of a map: BiasAddGrad, in place of a sum over the other axes (0.5 ms for 1.8 ms). */
function replaceBiasGradient(): void {
  const composed = tf.getGradient(tf.Add)
  tf.unregisterGradient(tf.Add)
  tf.registerGradient({
    ...composed,
    gradFunc: (dy, saved, attributes) => {
      const gradients = composed.gradFunc(dy, saved, attributes)
      if (!isBias(saved[0], saved[1])) return gradients
      return { a: () => dy as tf.Tensor, b: () => biasGradient(dy as tf.Tensor) }
    },
  })
}

const isBias = (map: tf.Tensor, bias: tf.Tensor): boolean =>
  bias.rank === 1 && map.rank > 1 && map.shape[map.rank - 1] === bias.shape[0] && map.dtype === 'float32'

const biasGradient = (dy: tf.Tensor): tf.Tensor =>
  runOp('BiasAddGrad', { T: FLOAT, data_format: { string: 'NHWC' } }, [dy])
