import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { ArchiveProblem } from './archiveProblem.ts'
import { HashingStream } from './hashing.ts'
import { archiveFormat, archiveKind, type Manifest, type ManifestEntry, manifestName } from './manifest.ts'

/** A file to be packed under a name; its SHA-256 where it is known, and has to be right. */
export interface PackedFile { name: string; file: string; sha256?: string }

/** Told while an archive is written or read, in bytes of the files themselves. */
export type ArchiveProgress = (progress: { done: number; total: number }) => void

/** The same files give the same archive, whenever it is packed. */
const mtime = new Date('2000-01-01T00:00:00Z')
/** Pixels shrink by a half at the least level, and weights by no level. */
const options = { mtime, mode: 0o100644, compressionLevel: 1, forceDosTimestamp: true }

/**
 * Packs files into a zip archive, with a list of all of them and their hashes. An archive that could not be finished is
 * taken away again.
 * @param target written as it grows: a temporary name, to be renamed
 * @throws ArchiveProblem where a file is not what its hash says; AbortError once the signal is given
 */
export async function writeArchive(
  target: string, files: PackedFile[], about: Record<string, unknown>, progress: ArchiveProgress, signal: AbortSignal,
): Promise<Manifest> {
  const sizes = await Promise.all(files.map(async ({ file }) => (await stat(file)).size))
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0)
  let done = 0
  const zip = new ZipFile()
  const abort = new AbortController()
  zip.on('error', (error) => abort.abort(error))
  const written = pipeline(zip.outputStream, createWriteStream(target), { signal: AbortSignal.any([signal, abort.signal]) })
  try {
    const packed = pack(zip, files, about, (bytes) => progress({ done: (done += bytes), total }))
    await Promise.all([written, packed])
    return await packed
  } catch (error) {
    await rm(target, { force: true })
    throw abort.signal.aborted ? abort.signal.reason : error
  }
}

/** One file after the other, and the list at the end, when all hashes are known. */
async function pack(
  zip: ZipFile, files: PackedFile[], about: Record<string, unknown>, passed: (bytes: number) => void,
): Promise<Manifest> {
  const entries: ManifestEntry[] = []
  for (const file of files) entries.push(await packOne(zip, file, passed))
  const manifest: Manifest = { kind: archiveKind, format: archiveFormat, about, entries }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), manifestName, options)
  zip.end()
  return manifest
}

function packOne(zip: ZipFile, { name, file, sha256 }: PackedFile, passed: (bytes: number) => void): Promise<ManifestEntry> {
  return new Promise((resolve, reject) => {
    const hashing = new HashingStream(passed)
    const source = createReadStream(file, { highWaterMark: 256 * 1024 })
    const fail = (error: Error) => {
      zip.emit('error', error)
      reject(error)
    }
    source.on('error', fail)
    hashing.on('end', () => {
      const found = hashing.digest()
      if (sha256 === undefined || found === sha256) resolve({ name, bytes: hashing.bytes, sha256: found })
      else fail(damaged(file))
    })
    zip.addReadStream(source.pipe(hashing), name, options)
  })
}

function damaged(file: string): ArchiveProblem {
  return new ArchiveProblem(`${file} is damaged: it does not hold what its name says.`,
    'Its image set or ensemble has to be made again; look after the disk.')
}
