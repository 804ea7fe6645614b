import { createHash } from 'node:crypto'
import { copyFile, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** A file by its content. */
export interface FileContent { sha256: string; bytes: number }

/** Small enough that hashing one chunk keeps the engine from answering for well under a millisecond. */
const chunkBytes = 256 * 1024

/** What a file of that content is called: abcdef....extension. */
export const artefactName = (sha256: string, extension: string): string => `${sha256}.${extension}`

/** Where a file of that content lies below `root`: ab/abcdef....extension. */
export function artefactPath(root: string, sha256: string, extension: string): string {
  return path.join(root, sha256.slice(0, 2), artefactName(sha256, extension))
}

/**
 * SHA-256 and length of a file, which is also written to the disk for good.
 * @param known its SHA-256 where it is known: the file is not read then
 */
export async function readContent(file: string, known?: string): Promise<FileContent> {
  const handle = await open(file, 'r+')
  try {
    const sha256 = known ?? (await hashOf(handle))
    await handle.sync()
    return { sha256, bytes: (await handle.stat()).size }
  } finally {
    await handle.close()
  }
}

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of handle.createReadStream({ highWaterMark: chunkBytes, autoClose: false })) {
    hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

/** Moves a file to its place below `root`; over another file system by a copy that is renamed. */
export async function moveIntoPlace(file: string, place: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true })
  try {
    await rename(file, place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(file, `${place}.part`)
    await rename(`${place}.part`, place)
    await rm(file)
  }
}
