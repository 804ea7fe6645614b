import path from 'node:path'
import { importedName } from '../../contract/importedScores.ts'
import type { ThresholdFigures, ThresholdRule } from '../../contract/thresholds.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { PlacedVerdict } from '../../store/verdicts.ts'
import type { Shop } from '../queue/job.ts'
import { importedMembers } from './importScores.ts'
import { runStatistics, scoredFiles, workerVerdicts } from '../statisticsRun.ts'

/** Has a worker choose a threshold by a rule. @throws as `runStatistics` */
export function evaluateThreshold(
  shop: Shop, score: ScoreRecord, rule: ThresholdRule, verdicts: PlacedVerdict[],
): Promise<ThresholdFigures> {
  return runStatistics(shop, `threshold-${score.id}`, async (scratch) => ({
    kind: 'statistics', task: 'threshold', rule, verdicts: workerVerdicts(verdicts),
    ...await scoredFiles(shop, score, path.join(scratch, 'set')),
    own: await scoredFiles(shop, ownScore(shop, score), path.join(scratch, 'own')),
  }))
}

/** The scores that the same detector gave the ensemble's own set; those themselves where it did not score that. */
export function ownScore({ store }: Pick<Shop, 'store'>, score: ScoreRecord): ScoreRecord {
  const { ensembleId, detector, membersHash } = score
  const { imageSetId } = store.ensembles.show(ensembleId)!
  const members = importedName(detector) === null ? membersHash : importedMembers(imageSetId)
  return store.scores.find({ ensembleId, detector, members, imageSetId }) ?? score
}
