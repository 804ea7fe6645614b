import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { ImageRecord } from '../../store/images.ts'
import type { Store } from '../../store/openStore.ts'

/** @throws EngineFailure NOT_FOUND */
export function imageSetOf(store: Store, id: number): ImageSet {
  const set = store.imageSets.show(id)
  if (!set) throw new EngineFailure('NOT_FOUND', `There is no image set ${id}.`)
  return set
}

/** An image of a set. @throws EngineFailure NOT_FOUND where there is neither the one nor the other */
export function imageAt(store: Store, imageSetId: number, position: number): { set: ImageSet; image: ImageRecord } {
  const set = imageSetOf(store, imageSetId)
  const image = store.images.at(set.id, position)
  if (!image) throw new EngineFailure('NOT_FOUND', `The image set ${set.id} has no image ${position}.`)
  return { set, image }
}

/** @throws EngineFailure CONFLICT while the set is being imported, or where that failed */
export function refuseUnready({ name, state }: ImageSet): void {
  if (state === 'ready') return
  const why = state === 'importing' ? 'is still being imported' : 'could not be imported'
  throw new EngineFailure(
    'CONFLICT',
    `The image set "${name}" ${why}.`,
    state === 'importing'
      ? 'Wait for its import to end.'
      : 'Look at the error of its import, and import it again.',
  )
}
