import { createRequire } from 'node:module'
import util from 'node:util'
import * as tf from '@tensorflow/tfjs-core'
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js'
import { BACKEND } from './backend.ts'
import { registerFastGradients } from './gradients.ts'
import { RuntimeBrokenError, RuntimeMissingError } from './runtimeErrors.ts'
import { runtimeFolder, runtimeOfProcess } from './runtimeFolder.mjs'

const PACKAGE = '@tensorflow/tfjs-node-gpu'

// CommonJS on purpose: PACKAGE requires tfjs-core's CommonJS build, and so does `import` under Node (the
// package has no ESM entry that Node would take), so there is one engine, one gradient registry, one kernel
// registry.
const require = createRequire(import.meta.url)

let loading: Promise<typeof tf> | undefined

/**
 * Loads the set-up TensorFlow runtime once per process and makes it tfjs-core's backend.
 * Start the process with `workerEnvironment(threads)`: TensorFlow reads its thread counts when it is loaded.
 * @returns tfjs-core, the same instance that `import * as tf from '@tensorflow/tfjs-core'` gives
 * @throws RuntimeMissingError where no runtime is set up, RuntimeBrokenError where it cannot be loaded
 */
export function loadTensorFlow(): Promise<typeof tf> {
  loading ??= start()
  return loading
}

async function start(): Promise<typeof tf> {
  const binding = openBinding()
  restoreRemovedUtil()
  // What the package's own index.js does, less its search for a binding by node-pre-gyp.
  const { NodeJSKernelBackend } = require(`${PACKAGE}/dist/nodejs_kernel_backend.js`)
  require(`${PACKAGE}/dist/register_all_kernels.js`)
  tf.registerBackend(BACKEND, () => new NodeJSKernelBackend(binding, PACKAGE), 3)
  await tf.setBackend(BACKEND)
  registerFastGradients()
  return tf
}

function openBinding(): TFJSBinding {
  const runtime = runtimeOfProcess()
  if (!runtime) throw new RuntimeMissingError(runtimeFolder())
  const module = { exports: {} }
  try {
    process.dlopen(module, runtime.binding)
  } catch (error) {
    throw new RuntimeBrokenError(runtime.path, runtime.flavour, error)
  }
  return module.exports as TFJSBinding
}

/** tfjs-node 4.22 calls two functions of `util` that Node 23 took out. */
function restoreRemovedUtil(): void {
  Object.assign(util, { isNullOrUndefined: (value: unknown) => value == null, isArray: Array.isArray })
}
