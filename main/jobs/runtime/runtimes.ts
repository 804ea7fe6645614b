import { runtimeFolder, shippedFolder } from '../../compute/runtimeFolder.mjs'
import { EngineFailure } from '../../contract/errors.ts'
import type { Runtime, RuntimeFlavour } from '../../contract/runtimes.ts'
import { listRuntimes, tryLoading } from '../../runtime/setUp.mjs'
import type { JobQueue } from '../queue/queue.ts'

/** The runtimes of the wanted version, whether they are there or not. */
export function runtimesHere(): Runtime[] {
  return listRuntimes(runtimeFolder(), shippedFolder)
}

/** Whether a runtime's libraries load, tried in a process of its own. */
export async function checkRuntime(flavour: RuntimeFlavour, signal?: AbortSignal): Promise<{ loads: boolean; why: string | null }> {
  const { path, isThere } = runtimesHere().find((one) => one.flavour === flavour)!
  if (!isThere) return { loads: false, why: 'It is not installed.' }
  const { loads, why } = await tryLoading(path, process.execPath, signal)
  return { loads, why: why ?? null }
}

/**
 * @throws EngineFailure CONFLICT where the runtime came with Lacuna or is needed by what runs, NOT_FOUND where it is not there
 */
export function refuseRemoval(queue: JobQueue, flavour: RuntimeFlavour): void {
  const { isThere, isShipped } = runtimesHere().find((one) => one.flavour === flavour)!
  if (!isThere) throw new EngineFailure('NOT_FOUND', `TensorFlow (${flavour}) is not installed.`)
  if (isShipped) throw new EngineFailure('CONFLICT', `TensorFlow (${flavour}) came with Lacuna, and goes with it.`)
  const [job] = queue.list(['running', 'waiting'])
  if (job) {
    throw new EngineFailure('CONFLICT', `TensorFlow cannot be removed while job ${job.id} (${job.title}) is ${job.state}.`,
      'Cancel the job first, or wait for it.')
  }
}
