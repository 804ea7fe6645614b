import type { EncodingRecord } from '../../store/encodings.ts'
import type { NewArtefact } from '../../store/artefacts.ts'
import type { Store } from '../../store/openStore.ts'
import type { EncodingFiles } from '../../workers/messages.ts'

/** The files of an encoding, under names that begin with `prefix`. */
export function encodingArtefacts(prefix: string, files: EncodingFiles): Record<string, NewArtefact> {
  const there = Object.entries(files)
  return Object.fromEntries(there.map(([name, file]) => [`${prefix}${name}`, { file, kind: 'encoding' }]))
}

/** The artefacts that `encodingArtefacts` became. */
export function encodingRecord(prefix: string, files: EncodingFiles, ids: Record<string, number>): EncodingRecord {
  return Object.fromEntries(Object.keys(files).map((name) => [name, ids[`${prefix}${name}`]]))
}

/** Files of what a member was found to say of a snapshot's images. */
export function foundEncodings(store: Store, key: string, snapshot: number): EncodingFiles {
  const found = Object.entries(store.encodings.find(key, snapshot))
  return Object.fromEntries(found.map(([name, artefact]) => [name, store.artefacts.path(artefact)]))
}
