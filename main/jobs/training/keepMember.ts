import { rm } from 'node:fs/promises'
import type { NewArtefact } from '../../store/artefacts.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { Store } from '../../store/openStore.ts'
import type { MemberResult } from '../../workers/messages.ts'
import { encodingArtefacts, encodingRecord } from '../scoring/encodingArtefacts.ts'
import { memberDirectory } from './memberDirectory.ts'

/** Files, records and the member's state in one transaction. */
export async function keepMember(
  store: Store, ensemble: EnsembleRecord, { key, index }: MemberPlace, result: MemberResult,
): Promise<void> {
  const { parameters, seconds, device, health, memory, curve, encodings, preview } = result
  const snapshot = store.imageSets.files(ensemble.imageSetId)!.snapshot
  const files: Record<string, NewArtefact> = {
    weights: { file: result.weights, kind: 'weights' }, description: { file: result.description, kind: 'description' },
    ...encodingArtefacts('said-', encodings), ...previewArtefact(preview),
  }
  await store.artefacts.keep(files, (ids) => {
    const { weights, description } = ids
    store.members.insertTrained({ key, parameters, seconds, device, health, memory, weights, description })
    if (preview !== undefined) store.previews.put(key, ids.preview)
    store.encodings.put(key, snapshot, encodingRecord('said-', encodings, ids))
    store.curves.replace(key, curve)
    store.members.setState(ensemble.id, index, 'done')
  })
  await rm(memberDirectory(store, key), { recursive: true, force: true })
}

/** Studies have no previews, nor classifiers. */
function previewArtefact(file: string | undefined): Record<string, NewArtefact> {
  return file === undefined ? {} : { preview: { file, kind: 'preview' } }
}
