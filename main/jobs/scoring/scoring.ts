import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { JobRun } from '../queue/job.ts'
import type { ScoredMembers } from './scoredMembers.ts'

/** What all sets of one score job have in common. */
export interface Scoring extends ScoredMembers { run: JobRun<'score'>; ensemble: EnsembleRecord }

/** A stored score of just these members. */
export function found(
  { run, ensemble, hash }: Scoring, imageSetId: number, detector: string,
): ScoreRecord | undefined {
  return run.store.scores.find({ ensembleId: ensemble.id, imageSetId, detector, members: hash })
}
