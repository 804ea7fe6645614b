import type { ScoreRecord } from '../../store/scores.ts'
import type { Store } from '../../store/openStore.ts'

/** All scores of a score's ensemble. */
export function allBeside({ scores }: Store, { ensembleId }: ScoreRecord): ScoreRecord[] {
  return scores.list(ensembleId).map(({ id }) => scores.show(id)!)
}

/** A score, and that of the ensemble's own set by the same detector where it rests on what was learnt there. */
export function scoresBehind(store: Store, score: ScoreRecord): ScoreRecord[] {
  const { imageSetId } = store.ensembles.show(score.ensembleId)!
  if (imageSetId === score.imageSetId) return [score]
  const own = store.scores.find({
    ensembleId: score.ensembleId, imageSetId, detector: score.detector, members: score.membersHash,
  })
  return own ? [own, score] : [score]
}
