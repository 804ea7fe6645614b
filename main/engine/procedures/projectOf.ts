import { EngineFailure } from '../../contract/errors.ts'
import type { Project } from '../../contract/projects.ts'
import type { Store } from '../../store/openStore.ts'

/** @throws EngineFailure NOT_FOUND */
export function projectOf(store: Store, id: number): Project {
  const project = store.projects.show(id)
  if (!project) throw new EngineFailure('NOT_FOUND', `There is no project ${id}.`)
  return project
}
