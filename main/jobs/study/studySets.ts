import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { StudySpec } from '../../contract/studies.ts'
import type { Store } from '../../store/openStore.ts'

/** The project that holds what a study imports. */
export const studyProject = (name: string): string => `study ${name}`

/**
 * The image set that a study means by a name: the newest version in the study's own project, else in any other.
 * @throws EngineFailure NOT_FOUND where none of that name is imported
 */
export function studySet(store: Store, spec: Pick<StudySpec, 'name'>, name: string): ImageSet {
  const own = ready(store.imageSets.list(studyProject(spec.name)), name)
  const found = own ?? ready(store.imageSets.list(), name)
  if (found) return found
  const message = `The study "${spec.name}" needs an image set named "${name}", and there is none.`
  throw new EngineFailure('NOT_FOUND', message, `Import it: lacuna import DIR --name ${name}.`)
}

function ready(sets: ImageSet[], name: string): ImageSet | undefined {
  return sets.filter((set) => set.name === name && set.state === 'ready').toSorted((a, b) => b.id - a.id)[0]
}
