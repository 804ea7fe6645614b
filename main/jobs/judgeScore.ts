import { importedName } from '../contract/importedScores.ts'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { ScoreRecord } from '../store/scores.ts'
import type { PlacedVerdict } from '../store/verdicts.ts'
import type { StatisticsJob } from '../workers/messages.ts'
import { askStatistics } from './askStatistics.ts'
import type { Shop } from './job.ts'
import { readSet } from './setReading.ts'

/**
 * Has a worker measure a score with verdicts in the place of labels.
 * @throws EngineFailure UNAVAILABLE where the worker could not
 */
export async function judgeScore(shop: Shop, score: ScoreRecord, verdicts: PlacedVerdict[]): Promise<JudgedMetrics> {
  const make = (scratch: string) => judgeTask(shop, score, verdicts, scratch)
  return askStatistics(shop, `judge-${score.id}`, make, (result) => result as JudgedMetrics)
}

async function judgeTask(
  { store }: Shop, score: ScoreRecord, verdicts: PlacedVerdict[], scratch: string,
): Promise<StatisticsJob> {
  const { imageSetId, withoutLeaks = false, files, detector } = score
  const ensemble = store.ensembles.show(score.ensembleId)!
  const { images, classNames } = await readSet(store, ensemble, { imageSetId, withoutLeaks }, scratch)
  return {
    kind: 'statistics', task: 'judge', images, classNames, scores: store.artefacts.path(files.scores),
    importedFit: importedName(detector) === null ? null : store.artefacts.path(files.fit),
    verdicts: verdicts.map(({ position, verdict, class: name }) => ({ position, verdict, class: name })),
  }
}
