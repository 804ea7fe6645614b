import * as tf from '@tensorflow/tfjs-core'
import { loadWebGpu } from '../../../main/compute/webgpu/loadWebGpu.ts'
import type { WatchedBackend } from '../../../main/compute/webgpu/watchedBackend.ts'

// Lets the card fail in the way that is asked for, and tells what reading a product then gives.
await loadWebGpu()
const { device } = tf.backend() as unknown as WatchedBackend
const product = tf.mul(tf.tensor1d([1, 2, 3]), 2)
const ways: Record<string, () => Promise<ArrayLike<number>>> = {
  not: () => product.data(),
  lost: () => {
    device.destroy()
    return product.data()
  },
  // 6.4 GB, of which nothing is allocated.
  'too large': () => tf.sum(tf.matMul(tf.ones([40_000, 1]), tf.ones([1, 40_000]))).data(),
  'refused before': () => {
    device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE })
    return product.data()
  },
  'not waited for': async () => product.dataSync(),
}
const said = await ways[process.argv[2]]().then(
  (values) => ({ values: Array.from(values) }), ({ code, message, hint }) => ({ code, message, hint }),
)
process.send!(said, () => process.exit(0))
