import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import type { RunImages } from '../../workers/messages.ts'
import type { ClassRoles } from '../training/classRoles.ts'

/**
 * An image set as a worker reads it.
 * @throws EngineFailure CONFLICT where the set is not imported yet
 */
export function runImages(store: Store, imageSetId: number, { known, heldOut }: ClassRoles): RunImages {
  const set = store.imageSets.show(imageSetId)
  const files = store.imageSets.files(imageSetId)
  if (!set?.snapshot || !files)
    throw new EngineFailure('CONFLICT', `The image set ${imageSetId} is not imported yet.`)
  const { height, width, channels, sha256 } = set.snapshot
  const snapshot = {
    file: store.artefacts.path(files.snapshot), images: set.images, height, width, channels, sha256,
  }
  return {
    snapshot, labels: store.artefacts.path(files.labels), splits: store.artefacts.path(files.splits), known,
    heldOut,
  }
}
