import * as tf from '@tensorflow/tfjs-core'
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js'

/** The name under which TensorFlow is tfjs-core's backend. */
export const BACKEND = 'tensorflow'

/**
 * The backend that runs TensorFlow's ops, for `rawOps.ts` and `device.ts`.
 * @throws Error before `loadTensorFlow()` has finished
 */
export function tensorflowBackend(): NodeJSKernelBackend {
  if (tf.getBackend() !== BACKEND) throw new Error('TensorFlow is not loaded: await loadTensorFlow() first.')
  return tf.backend() as unknown as NodeJSKernelBackend
}
