import { readFile } from 'node:fs/promises'
import { importedName } from '../../contract/importedScores.ts'
import type { Relabelling } from '../../contract/retraining.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import { judgedLabels, type Labelled } from './judgedLabels.ts'

/** An ensemble's own image set with the labels as the project's verdicts have them. */
export async function judgedSet(
  store: Store, ensemble: EnsembleRecord,
): Promise<{ set: Labelled; relabelling: Relabelling }> {
  const { id, projectId, classes, images } = store.imageSets.show(ensemble.imageSetId)!
  const files = store.imageSets.files(id)!
  const read = async (artefact: number) => Uint8Array.from(await readFile(store.artefacts.path(artefact)))
  const [labels, splits] = await Promise.all([read(files.labels), read(files.splits)])
  const set = { classes, labels: new Int32Array(labels.buffer), splits }
  return judgedLabels(set, { known: ensemble.known, nearest: await nearestOf(store, ensemble, images) }, store.verdicts.ofSet(projectId, id))
}

/** As the ensemble's newest own score has it: no other set's, and none that came as a file. */
async function nearestOf(store: Store, { id, imageSetId }: EnsembleRecord, images: number): Promise<Int16Array> {
  const score = store.scores.list(id).findLast((one) => one.imageSetId === imageSetId && importedName(one.detector) === null)
  if (!score) return new Int16Array(images).fill(-1)
  const file = store.artefacts.path(store.scores.show(score.id)!.files.nearest)
  return new Int16Array(Uint8Array.from(await readFile(file)).buffer)
}
