import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { importedDetector } from '../../contract/importedScores.ts'
import type { ScoreProgress } from '../../contract/jobs.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { ImportedScores, ImportScoresTask } from '../../workers/messages.ts'
import type { JobRequests, JobRun, Outcome } from '../queue/job.ts'
import { readSet } from '../importing/setReading.ts'
import { falsePositiveRate } from './storeScores.ts'

/** A score job with a file of scores from elsewhere. */
export type ImportOrder = NonNullable<JobRequests['score']['imported']>

/** What all steps of one import have in common. */
interface Importing { run: JobRun<'score'>; ensemble: EnsembleRecord; order: ImportOrder; place: Place }

/** Where imported scores lie: each set's own, whatever members the ensemble has. */
interface Place { ensembleId: number; imageSetId: number; detector: string; members: string }

/** Has a worker read scores from elsewhere, and keeps them in place of those of that name. The result is { scoreIds }. */
export async function importScores(run: JobRun<'score'>, order: ImportOrder): Promise<Outcome> {
  const { ensembleId, imageSetId } = run.request
  const importing = {
    run, order, ensemble: run.store.ensembles.show(ensembleId)!, place: placeOf(ensembleId, imageSetId, order.name),
  }
  const directory = path.join(run.store.workspace, 'work', `score-${run.id}`)
  try {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    const { task, warnings } = await taskOf(importing, directory)
    const end = await run.work({ kind: 'statistics', ...task }, {
      threads: 1, onProgress: (progress) => run.progress({ kind: 'score', ...progress } as ScoreProgress),
    })
    if (end.type === 'failed') return { state: 'failed', error: end.failure }
    if (end.type !== 'done') return { state: end.type }
    const id = await keep(importing, end.result as ImportedScores, warnings)
    run.announce({ type: 'changed', what: 'scores', id: ensembleId })
    return { state: 'done', result: { scoreIds: [id] } }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function placeOf(ensembleId: number, imageSetId: number, name: string): Place {
  return { ensembleId, imageSetId, detector: importedDetector(name), members: importedMembers(imageSetId) }
}

/** What stands for the members of imported scores: each set's are its own. */
export const importedMembers = (imageSetId: number): string => `imported/${imageSetId}`

async function taskOf(
  { run, ensemble, order, place }: Importing, directory: string,
): Promise<{ task: ImportScoresTask; warnings: string[] }> {
  const { store } = run
  const { imageSetId } = place
  const wanted = { imageSetId, withoutLeaks: false }
  const { images, warnings } = await readSet(store, ensemble, wanted, path.join(directory, 'set'))
  const own = ownScore(run, ensemble, order.name, imageSetId)
  return {
    warnings,
    task: {
      task: 'import-scores', directory, images, ...order, falsePositiveRate, threshold: own?.threshold ?? null,
      rows: store.artefacts.path(store.imageSets.files(imageSetId)!.rows),
    },
  }
}

/** Scores of that name for the ensemble's own set: their threshold holds for other sets as well. */
function ownScore(
  { store }: JobRun<'score'>, { id, imageSetId: own }: EnsembleRecord, name: string, imageSetId: number,
): ScoreRecord | undefined {
  return imageSetId === own ? undefined : store.scores.find(placeOf(id, own, name))
}

async function keep({ run, place }: Importing, result: ImportedScores, warnings: string[]): Promise<number> {
  const { store } = run
  const { scores, fit, nearest, threshold, flagged, metrics } = result
  const files = {
    scores: { file: scores, kind: 'scores' }, fit: { file: fit, kind: 'fit' }, nearest: { file: nearest, kind: 'nearest' },
  }
  const id = await store.artefacts.keep(files, (ids) => {
    const before = store.scores.find(place)
    if (before) store.scores.remove(before.id)
    return store.scores.insert({
      ...place, ...ids, memberCount: 0, images: store.imageSets.show(place.imageSetId)!.images, flagged, metrics,
      warnings: [...warnings, ...result.warnings], withoutLeaks: false,
      threshold: store.thresholds.put(place, { name: '5 % false positives', ...threshold }),
    })
  })
  store.artefacts.collect()
  return id
}
