import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'

/** @throws EngineFailure NOT_FOUND */
export function scoreOf({ store }: { store: Store }, id: number): ScoreRecord {
  const score = store.scores.show(id)
  if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${id}.`)
  return score
}
