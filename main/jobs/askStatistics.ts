import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../contract/errors.ts'
import type { StatisticsJob } from '../workers/messages.ts'
import type { Shop } from './job.ts'
import { runWorker, type WorkerEnd } from './workerProcess.ts'

type Result = Extract<WorkerEnd, { type: 'done' }>['result']

/**
 * Has a worker of its own compute something from numbers that are there, for somebody who waits for it.
 * @param name what its log is called
 * @param make the task, which may leave files in a folder that is removed behind it
 * @param take what is made of the result while that folder is still there
 * @throws EngineFailure UNAVAILABLE where the worker could not
 */
export async function askStatistics<T>(
  { store, scripts }: Shop, name: string, make: (scratch: string) => Promise<StatisticsJob>,
  take: (result: Result, scratch: string) => Promise<T> | T,
): Promise<T> {
  const place = `${name}-${randomUUID()}`
  const scratch = path.join(store.workspace, 'work', place)
  const never = new AbortController().signal
  await mkdir(scratch, { recursive: true })
  try {
    const end = await runWorker({
      script: scripts.statistics, job: await make(scratch), threads: 1,
      log: path.join(store.workspace, 'logs', `${place}.log`), cancelled: never, paused: never,
      onProgress: () => undefined,
    })
    if (end.type === 'done') return await take(end.result, scratch)
    if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
    throw new EngineFailure('UNAVAILABLE', 'The figures were not computed: Lacuna is ending.')
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
