import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { WebGpuDevice } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker } from '../queue/workerProcess.ts'

/**
 * What WebGPU is on this machine, as a worker finds it that does nothing else.
 * @throws EngineFailure UNAVAILABLE where the worker failed, as over a driver that crashes
 */
export async function webGpuHere(
  { store, scripts }: Pick<Shop, 'store' | 'scripts'>, signal: AbortSignal = new AbortController().signal,
): Promise<WebGpuDevice> {
  const end = await runWorker({
    script: scripts.adapters, job: { kind: 'adapters' }, threads: 1, onProgress: () => undefined,
    log: path.join(store.workspace, 'logs', 'adapters.log'), cancelled: signal, paused: new AbortController().signal,
  })
  if (end.type === 'done') return end.result as WebGpuDevice
  if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
  throw new DOMException('The question was given up.', 'AbortError')
}
