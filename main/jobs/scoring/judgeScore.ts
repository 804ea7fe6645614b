import type { CurveBands } from '../../contract/curves.ts'
import type { JudgedMetrics } from '../../contract/scores.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { PlacedVerdict } from '../../store/verdicts.ts'
import type { Shop } from '../queue/job.ts'
import { runStatistics, scoredFiles, workerVerdicts } from '../statisticsRun.ts'

/** Has a worker measure a score with verdicts in the place of labels. @throws as `runStatistics` */
export function judgeScore(shop: Shop, score: ScoreRecord, verdicts: PlacedVerdict[]): Promise<JudgedMetrics> {
  return runStatistics(shop, `judge-${score.id}`, async (scratch) => ({
    kind: 'statistics', task: 'judge', ...await scoredFiles(shop, score, scratch), verdicts: workerVerdicts(verdicts),
  }))
}

/** Has a worker find how sure a score's curves are. @throws as `runStatistics` */
export function measureCurves(shop: Shop, score: ScoreRecord, verdicts: PlacedVerdict[]): Promise<CurveBands | null> {
  const { seed } = shop.store.ensembles.show(score.ensembleId)!.settings
  return runStatistics(shop, `curves-${score.id}`, async (scratch) => ({
    kind: 'statistics', task: 'curves', ...await scoredFiles(shop, score, scratch),
    verdicts: workerVerdicts(verdicts), seed,
  }))
}
