import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../contract/errors.ts'
import { importedName } from '../contract/importedScores.ts'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { ScoreRecord } from '../store/scores.ts'
import type { PlacedVerdict } from '../store/verdicts.ts'
import type { JudgeTask } from '../workers/messages.ts'
import type { Shop } from './job.ts'
import { readSet } from './setReading.ts'
import { runWorker } from './workerProcess.ts'

/**
 * Has a worker measure a score with verdicts in the place of labels.
 * @throws EngineFailure UNAVAILABLE where the worker could not
 */
export async function judgeScore(shop: Shop, score: ScoreRecord, verdicts: PlacedVerdict[]): Promise<JudgedMetrics> {
  const name = `judge-${score.id}-${randomUUID()}`
  const scratch = path.join(shop.store.workspace, 'work', name)
  const never = new AbortController().signal
  try {
    const task = await judgeTask(shop, score, verdicts, scratch)
    const end = await runWorker({
      script: shop.scripts.statistics, job: { kind: 'statistics', ...task }, threads: 1,
      log: path.join(shop.store.workspace, 'logs', `${name}.log`), cancelled: never, paused: never,
      onProgress: () => undefined,
    })
    if (end.type === 'done') return end.result as JudgedMetrics
    if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
    throw new EngineFailure('UNAVAILABLE', 'The metrics were not computed: Lacuna is ending.')
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function judgeTask(
  { store }: Shop, score: ScoreRecord, verdicts: PlacedVerdict[], scratch: string,
): Promise<JudgeTask> {
  const { imageSetId, withoutLeaks = false, files, detector } = score
  const ensemble = store.ensembles.show(score.ensembleId)!
  const { images, classNames } = await readSet(store, ensemble, { imageSetId, withoutLeaks }, scratch)
  return {
    task: 'judge', images, classNames, scores: store.artefacts.path(files.scores),
    importedFit: importedName(detector) === null ? null : store.artefacts.path(files.fit),
    verdicts: verdicts.map(({ position, verdict, class: name }) => ({ position, verdict, class: name })),
  }
}
