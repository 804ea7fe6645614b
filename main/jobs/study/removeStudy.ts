import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import type { StudyRecord } from '../../store/studies.ts'
import { removeEnsemble } from '../removal.ts'
import { plannedCells } from './plannedCells.ts'

/** Removes a study and the ensembles of those of its cells that no other study has. @returns bytes freed */
export function removeStudy(store: Store, study: StudyRecord): number {
  const others = store.studies.list().filter(({ id }) => id !== study.id)
  const needed = new Set(others.flatMap((other) => keysOf(store, other)))
  const ensembles = keysOf(store, study).filter((key) => !needed.has(key)).map((key) => store.ensembles.ofCell(key))
  let freed = 0
  for (const ensemble of ensembles) if (ensemble) freed += removeEnsemble(store, ensemble.id)
  store.studies.remove(study.id)
  return freed
}

/** None where an image set of the study is gone, and with it all that was trained on it. */
function keysOf(store: Store, { spec }: StudyRecord): string[] {
  try {
    return [...new Set(plannedCells(store, spec).map(({ key }) => key))]
  } catch (error) {
    if (error instanceof EngineFailure) return []
    throw error
  }
}
