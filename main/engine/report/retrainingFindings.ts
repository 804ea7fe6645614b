import type { RetrainingRecord } from '../../contract/retraining.ts'
import type { RetrainingFinding } from '../../reports/findings.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { FindingParts } from './reportFindings.ts'

/** How many a report tells of: the newest. */
const most = 4

/** The retraining that a score's ensemble came from, and those that came from it: each before and after, by its detector. */
export async function retrainingFindings(parts: FindingParts, score: ScoreRecord): Promise<RetrainingFinding[]> {
  const records = parts.store.retrainings.of(score.ensembleId).slice(-most)
  const found: RetrainingFinding[] = []
  for (const one of records) found.push(await findingOf(parts, score, one))
  return found
}

async function findingOf(
  parts: FindingParts, score: ScoreRecord, { beforeId, ensembleId, relabelling, created }: RetrainingRecord,
): Promise<RetrainingFinding> {
  const { ensembles } = parts.store
  const scoreIds = [beforeId, ensembleId].map((id) => scoreOf(parts, score, id))
  const compared = scoreIds.every((id) => id !== undefined) ? await parts.comparisons.of(scoreIds) : null
  return {
    before: ensembles.show(beforeId)!.name, after: ensembles.show(ensembleId)!.name, created, relabelling, compared,
  }
}

/** The score itself, or the newest by the same detector that another ensemble has of its own images. */
function scoreOf({ store }: FindingParts, score: ScoreRecord, ensembleId: number): number | undefined {
  if (ensembleId === score.ensembleId) return score.id
  const { imageSetId } = store.ensembles.show(ensembleId)!
  return store.scores.list(ensembleId).findLast((one) => one.imageSetId === imageSetId && one.detector === score.detector)?.id
}
