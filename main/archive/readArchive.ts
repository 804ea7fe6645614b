import { createWriteStream } from 'node:fs'
import { mkdir, statfs } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Entry, ZipFile } from 'yauzl'
import { ArchiveProblem } from './archiveProblem.ts'
import { checkEntry, compareEntries, notOurs } from './checkEntries.ts'
import { HashingStream } from './hashing.ts'
import { type Manifest, type ManifestEntry, manifestName, parseManifest } from './manifest.ts'
import type { ArchiveProgress } from './writeArchive.ts'
import { eachEntry, entryStream, openZip } from './zipFile.ts'

/** The list of a million files is smaller. */
const largestManifest = 256 * 1024 ** 2

/**
 * Unpacks an archive that `writeArchive` made into a folder, each entry at its name. All of its directory is looked at
 * before the first byte is written, and each entry's hash is compared; the folder is the caller's to remove where this fails.
 * @throws ArchiveProblem with a sentence that names the entry; AbortError once the signal is given
 */
export async function readArchive(
  file: string, directory: string, progress: ArchiveProgress, signal: AbortSignal,
): Promise<Manifest> {
  const archive = path.basename(file)
  const zip = await openArchive(file)
  try {
    const entries = await listEntries(zip, archive)
    const manifest = parseManifest(await manifestOf(zip, entries, archive), archive)
    compareEntries(entries, manifest, archive)
    await refuseTooLarge(manifest, directory)
    await unpackAll(zip, entries, { manifest, directory, archive }, progress, signal)
    return manifest
  } finally {
    zip.close()
  }
}

async function openArchive(file: string): Promise<ZipFile> {
  try {
    return await openZip(file, { lazyEntries: true, autoClose: false, strictFileNames: true, decodeStrings: true })
  } catch (error) {
    throw explained(error, path.basename(file))
  }
}

async function listEntries(zip: ZipFile, archive: string): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    await eachEntry(zip, (entry) => {
      checkEntry(entry, archive)
      entries.push(entry)
    })
    return entries
  } catch (error) {
    throw explained(error, archive)
  }
}

async function manifestOf(zip: ZipFile, entries: Entry[], archive: string): Promise<string> {
  const entry = entries.find(({ fileName }) => fileName === manifestName)
  if (!entry) {
    throw new ArchiveProblem(`${archive} has no "${manifestName}": it is no archive of Lacuna.`, 'Choose a file that Lacuna wrote.')
  }
  if (entry.uncompressedSize > largestManifest) throw new ArchiveProblem(`"${manifestName}" in ${archive} is far too large.`)
  const parts: Buffer[] = []
  try {
    for await (const part of await entryStream(zip, entry)) parts.push(part as Buffer)
  } catch (error) {
    throw explained(error, archive)
  }
  return Buffer.concat(parts).toString('utf8')
}

async function refuseTooLarge({ entries }: Manifest, directory: string): Promise<void> {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const { bavail, bsize } = await statfs(directory)
  if (bytes <= bavail * bsize) return
  const megabytes = (value: number) => Math.ceil(value / 1e6).toLocaleString('en')
  throw new ArchiveProblem(`The archive unpacks to ${megabytes(bytes)} MB, and ${megabytes(bavail * bsize)} MB are free.`,
    'Free some space, or point LACUNA_HOME at a larger disk.')
}

interface Unpacking { manifest: Manifest; directory: string; archive: string }

async function unpackAll(
  zip: ZipFile, entries: Entry[], { manifest, directory, archive }: Unpacking, progress: ArchiveProgress, signal: AbortSignal,
): Promise<void> {
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
  const total = manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const wanted of manifest.entries) {
    const hashing = new HashingStream((bytes) => progress({ done: (done += bytes), total }))
    await unpackOne(zip, byName.get(wanted.name)!, path.join(directory, wanted.name), hashing, { archive, signal })
    compareHash(wanted, hashing.digest(), archive)
  }
}

async function unpackOne(
  zip: ZipFile, entry: Entry, target: string, hashing: HashingStream, { archive, signal }: { archive: string; signal: AbortSignal },
): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  const source = await entryStream(zip, entry).catch((error: unknown) => {
    throw explained(error, archive)
  })
  try {
    await pipeline(source, hashing, createWriteStream(target, { flags: 'wx' }), { signal })
  } catch (error) {
    if (signal.aborted || 'syscall' in (error as object)) throw error
    throw new ArchiveProblem(`The entry "${entry.fileName}" in ${archive} cannot be unpacked: it is damaged.`,
      'Take another copy of the archive.')
  }
}

function compareHash({ name, sha256 }: ManifestEntry, found: string, archive: string): void {
  if (found === sha256) return
  throw new ArchiveProblem(`The entry "${name}" in ${archive} is not what was packed: its hash is another one.`,
    'The archive was changed or is damaged: take another copy of it.')
}

const outside = /(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/

/** What the zip library says in its own words; an error of the system as it is. */
function explained(error: unknown, archive: string): unknown {
  if (error instanceof ArchiveProblem || !(error instanceof Error) || 'syscall' in error) return error
  const name = outside.exec(error.message)?.[1]
  if (name !== undefined) {
    return new ArchiveProblem(`The entry "${name}" in ${archive} leads outside of the archive.`, notOurs)
  }
  return new ArchiveProblem(`${archive} is not a zip archive, or it is cut off or damaged.`, 'Take another copy of it.')
}
