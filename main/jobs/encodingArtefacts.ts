import type { EncodingRecord } from '../store/encodings.ts'
import type { NewArtefact } from '../store/artefacts.ts'
import type { EncodingFiles } from '../workers/messages.ts'

const parts = ['means', 'logVariances', 'reconstruction'] as const

/** The files of an encoding that are there, under names that begin with `prefix`. */
export function encodingArtefacts(prefix: string, files: EncodingFiles): Record<string, NewArtefact> {
  const there = parts.filter((part) => files[part] !== null)
  return Object.fromEntries(
    there.map((part) => [`${prefix}${part}`, { file: files[part]!, kind: 'encoding' }]),
  )
}

/** The artefacts that `encodingArtefacts` became. */
export function encodingRecord(prefix: string, ids: Record<string, number>): EncodingRecord {
  const [means, logVariances, reconstruction] = parts.map((part) => ids[`${prefix}${part}`] ?? null)
  return { means, logVariances, reconstruction }
}
