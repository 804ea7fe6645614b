import { setImmediate } from 'node:timers/promises'
import { EngineFailure } from '../contract/errors.ts'
import { chunkRows } from '../store/images.ts'
import type { Store } from '../store/openStore.ts'

/** Removes the rows of a version, chunk by chunk, so that the engine answers in between. */
export async function clearRows(store: Store, imageSetId: number): Promise<void> {
  while (store.images.removeSome(imageSetId, chunkRows) > 0) await setImmediate()
}

/**
 * Removes a version of an image set with the scores of its images.
 * @returns the bytes of artefact files that became free
 * @throws EngineFailure CONFLICT where ensembles were trained on it
 */
export async function removeImageSet(store: Store, id: number): Promise<number> {
  refuseTrainedOn(store, id)
  return removeVersion(store, id)
}

function refuseTrainedOn(store: Store, id: number): void {
  const ensembles = store.ensembles.ofImageSet(id)
  const trained = ensembles.filter(({ cell }) => cell === null).map(({ name }) => `"${name}"`)
  if (trained.length > 0) {
    throw new EngineFailure(
      'CONFLICT', `The image set cannot be removed: ${trained.join(', ')} was trained on it.`,
      'Remove the ensembles first.',
    )
  }
  if (ensembles.length > 0) {
    throw new EngineFailure('CONFLICT', 'The image set cannot be removed: a study trained members on it.',
      'Remove the study first: lacuna study remove NAME.')
  }
}

/** Marked first: should the engine end half-way, the next one finishes. */
async function removeVersion(store: Store, id: number): Promise<number> {
  store.transaction(() => {
    store.scores.removeOfSet(id)
    store.imageSets.setState(id, 'removing')
  })
  await clearRows(store, id)
  store.transaction(() => {
    store.imageSets.remove(id)
    store.encodings.removeUnused()
    store.encoders.removeUnusedFeatures()
  })
  return store.artefacts.collect()
}

/**
 * Removes an ensemble, its scores, and those of its members that no other ensemble has. @returns bytes freed
 */
export function removeEnsemble(store: Store, id: number): number {
  store.transaction(() => {
    store.scores.removeOfEnsemble(id)
    store.ensembles.remove(id)
    store.members.removeUnused()
  })
  return store.artefacts.collect()
}

/** Removes a project with everything in it. @returns bytes freed */
export async function removeProject(store: Store, id: number): Promise<number> {
  let freed = 0
  for (const ensemble of store.ensembles.ofProject(id)) freed += removeEnsemble(store, ensemble.id)
  for (const version of store.imageSets.ofProject(id)) freed += await removeVersion(store, version)
  store.projects.remove(id)
  return freed
}

/** Finishes what an engine before this one began to remove, and gives up imports that no job is left for. */
export async function tidyUp(store: Store): Promise<void> {
  for (const id of store.imageSets.inState('removing')) await removeVersion(store, id)
  const jobs = store.jobs
    .list(['waiting', 'running'])
    .map(({ id }) => store.jobs.request<{ imageSetId?: number }>(id).imageSetId)
  const stranded = store.imageSets.inState('importing').filter((id) => !jobs.includes(id))
  for (const id of stranded) store.imageSets.setState(id, 'failed')
}
