// For what it registers with tfjs-core: the gradients, and the ops as methods of tensors. TensorFlow's binding loads it too.
import '@tensorflow/tfjs'
import * as tf from '@tensorflow/tfjs-core'
import { describeAdapter, usableAdapter, type WebGpuAdapter } from './adapters.ts'
import { notUsable } from './problems.ts'

/** The name under which tfjs' kernels for WebGPU are registered. */
const BACKEND = 'webgpu'

/** What a network may need more of than every card has to offer. */
const LIMITS = [
  'maxBufferSize', 'maxStorageBufferBindingSize', 'maxStorageBuffersPerShaderStage', 'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension', 'maxComputeWorkgroupSizeX', 'maxComputeWorkgroupSizeY', 'maxComputeWorkgroupSizeZ',
  'maxComputeInvocationsPerWorkgroup',
] as const

let loading: Promise<WebGpuAdapter> | undefined

/**
 * Makes WebGPU tfjs-core's backend, once per process, instead of TensorFlow.
 * @returns the adapter that computes
 * @throws WebGpuError where there is none, or it gives no device
 */
export function loadWebGpu(): Promise<WebGpuAdapter> {
  loading ??= start()
  return loading
}

async function start(): Promise<WebGpuAdapter> {
  const adapter = await usableAdapter()
  const described = describeAdapter(adapter.info)
  const { name } = described
  const device = await deviceOf(adapter, name)
  // Only now: the package looks for navigator.gpu when it is loaded. It then registers a backend of its own, which takes
  // whatever adapter there is.
  const { WatchedBackend } = await import('./watchedBackend.ts')
  tf.removeBackend(BACKEND)
  // Else tfjs computes small things in JavaScript.
  tf.env().set('WEBGPU_CPU_FORWARD', false)
  tf.registerBackend(BACKEND, () => new WatchedBackend(device, adapter.info, name))
  if (!(await tf.setBackend(BACKEND))) throw notUsable(`tfjs does not start on ${name}`)
  return described
}

async function deviceOf(adapter: GPUAdapter, name: string): Promise<GPUDevice> {
  const requiredLimits = Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]]))
  try {
    return await adapter.requestDevice({ requiredLimits })
  } catch (error) {
    throw notUsable(`${name} cannot be opened (${(error as Error).message.split('\n')[0]})`, error)
  }
}
