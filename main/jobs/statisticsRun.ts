import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../contract/errors.ts'
import { importedName } from '../contract/importedScores.ts'
import type { ScoreRecord } from '../store/scores.ts'
import type { PlacedVerdict } from '../store/verdicts.ts'
import type { ScoredFiles, StatisticsJob, WorkerVerdict } from '../workers/messages.ts'
import type { Shop } from './queue/job.ts'
import { readSet } from './importing/setReading.ts'
import { runWorker, type WorkerEnd } from './queue/workerProcess.ts'

type Result = Extract<WorkerEnd, { type: 'done' }>['result']

/**
 * Has a worker compute statistics of what is stored.
 * @param name of the log. @param task made in a folder that is taken away afterwards
 * @param take what is made of the result while that folder is still there
 * @throws EngineFailure UNAVAILABLE where the worker could not; BAD_INPUT where what was asked cannot be had
 */
export async function runStatistics<T>(
  shop: Shop, name: string, task: (scratch: string) => Promise<StatisticsJob>,
  take: (result: Result, scratch: string) => T | Promise<T> = (result) => result as T,
): Promise<T> {
  const own = `${name}-${randomUUID()}`
  const scratch = path.join(shop.store.workspace, 'work', own)
  const never = new AbortController().signal
  await mkdir(scratch, { recursive: true })
  try {
    const end = await runWorker({
      script: shop.scripts.statistics, job: await task(scratch), threads: 1,
      log: path.join(shop.store.workspace, 'logs', `${own}.log`), cancelled: never, paused: never,
      onProgress: () => undefined,
    })
    if (end.type === 'done') return await take(end.result, scratch)
    if (end.type !== 'failed') throw new EngineFailure('UNAVAILABLE', 'The figures were not computed: Lacuna is ending.')
    const { code, message, hint } = end.failure
    throw new EngineFailure(code === 'RULE_NEEDS_IMAGES' ? 'BAD_INPUT' : 'UNAVAILABLE', message, hint)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** A stored score as the statistics worker reads it. */
export async function scoredFiles({ store }: Shop, score: ScoreRecord, scratch: string): Promise<ScoredFiles> {
  const { imageSetId, withoutLeaks = false, files, detector } = score
  const ensemble = store.ensembles.show(score.ensembleId)!
  const { images, classNames } = await readSet(store, ensemble, { imageSetId, withoutLeaks }, scratch)
  return {
    images, classNames, scores: store.artefacts.path(files.scores),
    importedFit: importedName(detector) === null ? null : store.artefacts.path(files.fit),
  }
}

export const workerVerdicts = (verdicts: PlacedVerdict[]): WorkerVerdict[] =>
  verdicts.map(({ position, verdict, class: name }) => ({ position, verdict, class: name }))
