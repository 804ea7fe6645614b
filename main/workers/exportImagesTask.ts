import { mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ImagesExported } from '../contract/exports.ts'
import type { ImageRow } from '../datasets/importRequest.ts'
import { readLines } from '../datasets/lines.ts'
import { originalFile, originalPlace } from '../datasets/originalFile.ts'
import type { ImageSource } from '../datasets/sources/imageSource.ts'
import { openSource } from '../datasets/sources/openSource.ts'
import type { Channel } from './channel.ts'
import type { ExportImagesJob } from './messages.ts'

const mostNamed = 100

/**
 * Writes originals into a folder, each into the folder that it belongs to there. The originals are only read, and no file
 * that is there already is written over.
 * @throws ImportError where the originals' place is gone; Error with code and hint where links cannot be made
 */
export async function runExportImages(job: ExportImagesJob, { progress, cancelled }: Channel): Promise<ImagesExported> {
  const rows = await rowsOf(job)
  const source = await openSource(job.source, { unlabelled: job.sourceKind === 'unlabelled', scratch: job.scratch })
  const result: ImagesExported = { written: 0, failed: [], failures: 0 }
  try {
    for (const [i, { position, folder }] of job.images.entries()) {
      cancelled.throwIfAborted()
      progress({ phase: 'copying', done: i, total: job.images.length })
      const row = rows.get(position)!
      const why = await attempt(() => writeOne(job, source, row, path.join(job.directory, folderName(folder))))
      if (why === null) result.written++
      else if (++result.failures <= mostNamed) result.failed.push({ path: row.path, message: why })
    }
    return result
  } finally {
    await source.close()
    await rm(job.scratch, { recursive: true, force: true })
  }
}

async function rowsOf({ rows: file, images }: ExportImagesJob): Promise<Map<number, ImageRow>> {
  const wanted = new Set(images.map(({ position }) => position))
  const rows = new Map<number, ImageRow>()
  for await (const row of readLines<ImageRow>(file)) if (wanted.has(row.position)) rows.set(row.position, row)
  return rows
}

/** @returns why it could not be done; a full disk ends all */
async function attempt(write: () => Promise<void>): Promise<string | null> {
  try {
    await write()
    return null
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'NO_LINKS') throw error
    return code === 'ENOENT' ? 'The original is not there any more.' : message
  }
}

async function writeOne(job: ExportImagesJob, source: ImageSource, row: ImageRow, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (job.as === 'links') return linkOne(job, row, folder)
  const { name, bytes } = await originalFile(row, await source.read(row.path))
  await writeNew(folder, name, row.position, (file) => writeFile(file, bytes, { flag: 'wx' }))
}

async function linkOne(job: ExportImagesJob, row: ImageRow, folder: string): Promise<void> {
  const original = originalPlace(job.source, job.sourceKind, row)
  if (original === null) throw noLinks('The originals lie within an archive or a file of records, to which no links can be made.')
  await stat(original)
  await writeNew(folder, path.basename(row.path), row.position, (file) => symlink(original, file)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EPERM' || error.code === 'ENOSYS' ? noLinks(`Links cannot be made in ${job.directory}.`) : error
  })
}

/** Under its name, or where that is taken with its position before it. */
async function writeNew(folder: string, name: string, position: number, write: (file: string) => Promise<void>): Promise<void> {
  try {
    await write(path.join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await write(path.join(folder, `${position}-${name}`))
  }
}

/** A class is named by whoever labelled the images: as a folder it must stay one folder, within the one that was asked for. */
function folderName(name: string): string {
  const safe = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/, '').slice(0, 100)
  return name === '' ? '' : safe || '_'
}

function noLinks(message: string): Error {
  return Object.assign(new Error(message), { code: 'NO_LINKS', hint: 'Take copies instead of links.' })
}
