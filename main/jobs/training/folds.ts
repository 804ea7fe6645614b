import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import type { RunImages } from '../../workers/messages.ts'
import type { ClassRoles } from './classRoles.ts'

/**
 * Every fold must be left out by a member, and every class must have images outside of each fold.
 * @throws EngineFailure BAD_INPUT where that cannot be
 */
export function refuseFolds(store: Store, set: ImageSet, { known }: ClassRoles, { members, training }: EnsembleSettings): void {
  const { folds } = training
  if (folds === null) return
  if (members < folds) {
    throw new EngineFailure(
      'BAD_INPUT', `${folds} folds need at least ${folds} members, so that every image is left out by one; ${members} were asked for.`,
      'Train more members, or divide the images into fewer folds.',
    )
  }
  const groups = store.images.trainingGroups(set.id)
  const lonely = known.filter((label) => (groups.get(label) ?? 0) < 2).map((label) => `"${set.classes[label]}"`)
  if (lonely.length === 0) return
  throw new EngineFailure(
    'BAD_INPUT',
    `With folds a class needs two training images that are not near-duplicates: ${lonely.join(', ')} of "${set.name}" has one.`,
    'Leave it out, or train without folds.',
  )
}

/** SHA-256 of an ensemble's groups as they are written for its members; undefined where it has no folds. */
export function groupsHash(store: Store, { imageSetId, settings }: Pick<EnsembleRecord, 'imageSetId' | 'settings'>): string | undefined {
  if (settings.training.folds === null) return undefined
  return createHash('sha256').update(store.images.groups(imageSetId)).digest('hex')
}

/** The images of an ensemble, and where it has folds the groups of near-duplicates too, as a file in `directory`. */
export async function withGroups(
  store: Store, { imageSetId, settings }: EnsembleRecord, images: RunImages, directory: string,
): Promise<RunImages> {
  if (settings.training.folds === null) return images
  await mkdir(directory, { recursive: true })
  const groups = path.join(directory, 'groups.i32')
  await writeFile(groups, store.images.groups(imageSetId))
  return { ...images, groups }
}
