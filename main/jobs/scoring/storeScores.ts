import type { Threshold } from '../../contract/scores.ts'
import type { NewArtefact } from '../../store/artefacts.ts'
import type { ScoreResult } from '../../workers/messages.ts'
import { encodingArtefacts, encodingRecord } from './encodingArtefacts.ts'
import type { Scoring } from './scoring.ts'

/** The share of the known classes' validation images that may lie above the threshold. */
export const falsePositiveRate = 0.05

const threshold: Omit<Threshold, 'value'> = {
  name: '5 % false positives', rule: 'at most 5 % of the validation images of the known classes score higher',
}

/** Keeps what a score worker left, files and records in one transaction. */
export async function storeScores(
  scoring: Scoring, imageSetId: number, result: ScoreResult, warnings: string[],
): Promise<void> {
  const { store } = scoring.run
  const snapshot = store.imageSets.files(imageSetId)!.snapshot
  await store.artefacts.keep(artefactsOf(result), (ids) => {
    for (const { key, files } of result.encodings) {
      store.encodings.put(key, snapshot, encodingRecord(`${key}-`, files, ids))
    }
    for (const score of result.scores)
      insert(scoring, imageSetId, score, ids, [...warnings, ...result.warnings])
  })
}

function artefactsOf({ scores, encodings, nearest }: ScoreResult): Record<string, NewArtefact> {
  const files: Record<string, NewArtefact> = { nearest: { file: nearest, kind: 'nearest' } }
  for (const score of scores) {
    files[`${score.detector}-scores`] = { file: score.scores, kind: 'scores' }
    files[`${score.detector}-fit`] = { file: score.fit, kind: 'fit' }
  }
  for (const { key, files: encoding } of encodings)
    Object.assign(files, encodingArtefacts(`${key}-`, encoding))
  return files
}

function insert(
  { run, ensemble, members, hash }: Scoring, imageSetId: number, score: ScoreResult['scores'][number],
  ids: Record<string, number>, warnings: string[],
): void {
  const { store } = run
  const { detector, flagged, metrics } = score
  const place = { ensembleId: ensemble.id, detector, members: hash }
  // Another set than the own one is flagged by the threshold that is in use there.
  const inUse = imageSetId === ensemble.imageSetId ? undefined : store.scores.find({ ...place, imageSetId: ensemble.imageSetId })
  store.scores.insert({
    ...place, imageSetId, memberCount: members.length, images: store.imageSets.show(imageSetId)!.images,
    flagged, metrics, warnings, withoutLeaks: run.request.withoutLeaks,
    threshold: inUse?.thresholdId ?? store.thresholds.put(place, { ...threshold, value: score.threshold }),
    scores: ids[`${detector}-scores`], fit: ids[`${detector}-fit`], nearest: ids.nearest,
  })
}
