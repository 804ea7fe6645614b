import type { EncodingRecord } from '../store/encodings.ts'
import type { NewArtefact } from '../store/artefacts.ts'
import type { EncodingFiles } from '../workers/messages.ts'

/** The files of an encoding, under names that begin with `prefix`. */
export function encodingArtefacts(prefix: string, files: EncodingFiles): Record<string, NewArtefact> {
  const there = Object.entries(files)
  return Object.fromEntries(there.map(([name, file]) => [`${prefix}${name}`, { file, kind: 'encoding' }]))
}

/** The artefacts that `encodingArtefacts` became. */
export function encodingRecord(prefix: string, files: EncodingFiles, ids: Record<string, number>): EncodingRecord {
  return Object.fromEntries(Object.keys(files).map((name) => [name, ids[`${prefix}${name}`]]))
}
