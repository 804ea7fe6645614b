import type { Entry } from 'yauzl'
import { ArchiveProblem } from './archiveProblem.ts'
import { type Manifest, manifestName } from './manifest.ts'

/** What to do about an entry that somebody else made. */
export const notOurs = 'Such an archive is not opened: Lacuna wrote no such entry.'
const kind = { mask: 0o170000, link: 0o120000, file: 0o100000 }

/**
 * Looks at an entry as the archive's directory has it, before anything of it is unpacked.
 * @param archive the archive's name, for people
 * @throws ArchiveProblem where it would leave the folder, or is no plain file
 */
export function checkEntry(entry: Entry, archive: string): void {
  const refuse = (why: string) => {
    throw new ArchiveProblem(`The entry "${entry.fileName}" in ${archive} ${why}.`, notOurs)
  }
  const steps = entry.fileName.split('/')
  if (entry.fileName.startsWith('/') || /^[a-z]:/i.test(entry.fileName)) refuse('has an absolute path')
  if (steps.includes('..') || entry.fileName.includes('\\')) refuse('leads outside of the archive')
  const mode = (entry.externalFileAttributes >>> 16) & kind.mask
  if (mode === kind.link) refuse('is a link')
  const isFile = mode === 0 || mode === kind.file
  if (!isFile || steps.includes('') || steps.includes('.')) refuse('is no plain file')
  if (entry.isEncrypted()) refuse('is locked with a password')
}

/**
 * Compares what is in an archive with its list.
 * @throws ArchiveProblem where an entry is missing, is there twice, is not in the list, or is of another size
 */
export function compareEntries(entries: Entry[], manifest: Manifest, archive: string): void {
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry.bytes]))
  const seen = new Set<string>()
  const refuse = (name: string, why: string) => {
    throw new ArchiveProblem(`The entry "${name}" in ${archive} ${why}.`, 'The archive was changed or is damaged: take another copy of it.')
  }
  for (const { fileName, uncompressedSize } of entries) {
    if (seen.has(fileName)) refuse(fileName, 'is there twice')
    seen.add(fileName)
    if (fileName === manifestName) continue
    if (!listed.has(fileName)) refuse(fileName, 'is not in its list')
    if (listed.get(fileName) !== uncompressedSize) refuse(fileName, 'has another size than its list says')
  }
  const missing = manifest.entries.find(({ name }) => !seen.has(name))
  if (missing) refuse(missing.name, 'is missing')
  if (listed.size !== manifest.entries.length) refuse(manifestName, 'lists an entry twice')
}
