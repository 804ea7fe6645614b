import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { foundEncodings } from '../../main/jobs/scoring/encodingArtefacts.ts'
import { withGroups } from '../../main/jobs/training/folds.ts'
import { runImages } from '../../main/jobs/scoring/runImages.ts'
import { memberFiles, scoredMembers } from '../../main/jobs/scoring/scoredMembers.ts'
import { outOfFoldLogProbabilities, panelsOf } from '../../main/labels/outOfFold.ts'
import { foldOfMember } from '../../main/models/folds.ts'
import { openStore, type Store } from '../../main/store/openStore.ts'
import { loadMember, memberView } from '../../main/workers/memberFiles.ts'
import { readAssignment, readFolds } from '../../main/workers/runImages.ts'

/**
 * Takes from a workspace what cleanlab needs: the labels as they were given, the folds and the out-of-fold class
 * probabilities of its newest ensemble, and the pixels, as files in a folder.
 * @param done by place in the source, what was done to each image
 * @returns the same by position, and how often the most probable class is the given one
 */
export async function judgedBy(workspace: string, done: Uint8Array, folder: string): Promise<{ planted: Uint8Array; accuracy: number }> {
  const store = await openStore(workspace)
  const ensemble = store.ensembles.list().at(-1)!
  const images = await withGroups(store, ensemble, runImages(store, ensemble.imageSetId, ensemble), folder)
  const assignment = await readAssignment(images)
  const foldOf = await readFolds(images, assignment, ensemble.settings)
  if (!foldOf) throw new Error('The ensemble has no folds.')
  const { members } = scoredMembers(store, ensemble, false)
  const views = await Promise.all(members.map(async (member) =>
    memberView(await loadMember(memberFiles(store, member)), encodingsOf(store, member.key, ensemble.imageSetId), ['means'])))
  const leftOut = members.map(({ index }) => foldOfMember(index, ensemble.settings.training.folds!))
  const panels = panelsOf(Uint32Array.from(foldOf.keys()), foldOf, leftOut)
  const probabilities = outOfFoldLogProbabilities(views, panels).map(Math.exp)
  writeFileSync(path.join(folder, 'labels.i32'), assignment.knownOf)
  writeFileSync(path.join(folder, 'folds.i32'), foldOf)
  writeFileSync(path.join(folder, 'probabilities.f64'), probabilities)
  copyFileSync(images.snapshot.file, path.join(folder, 'pixels.u8'))
  const rows = store.images.page({ id: ensemble.imageSetId, offset: 0, limit: done.length })
  store.close()
  return {
    planted: Uint8Array.from(rows, (row) => done[Number(row.path.split('#').at(-1))]),
    accuracy: agreement(probabilities, assignment.knownOf, views[0].classes),
  }
}

function encodingsOf(store: Store, key: string, imageSetId: number) {
  return foundEncodings(store, key, store.imageSets.files(imageSetId)!.snapshot)
}

function agreement(probabilities: Float64Array, classOf: Int32Array, classes: number): number {
  const agreed = classOf.filter((given, position) => {
    const row = probabilities.subarray(position * classes, (position + 1) * classes)
    return row[given] === row.reduce((a, b) => Math.max(a, b))
  })
  return agreed.length / classOf.length
}
