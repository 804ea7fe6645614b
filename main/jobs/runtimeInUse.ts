import { runtimeInUse as readRuntime } from '../compute/runtimeFolder.mjs'
import type { RuntimeIdentity } from './queue/job.ts'

/** The TensorFlow that is set up, as it is now: it may be changed while the engine runs. */
export function runtimeInUse(): RuntimeIdentity | undefined {
  const runtime = readRuntime()
  return runtime && { flavour: runtime.flavour, version: runtime.version, path: runtime.path }
}
