import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { prepareDecoding } from '../datasets/concurrency.ts'
import { ImportError, toProblem } from '../datasets/problems.ts'
import { thumbnailOf } from '../datasets/thumbnails.ts'
import { writeWhole } from './floatFiles.ts'
import type { ThumbnailAnswer, ThumbnailOrder } from './messages.ts'
import { OpenSources } from './openSources.ts'

// Makes thumbnails, one at a time, for as long as the engine wants it: originals are never decoded in the engine.
prepareDecoding()
const sources = new OpenSources(path.join(process.argv[2] ?? '.', `thumbnails-${process.pid}`))
process.once('disconnect', () => void end())
process.on('SIGINT', () => undefined)
process.on('message', (order: ThumbnailOrder) => void serve(order))

async function serve(order: ThumbnailOrder): Promise<void> {
  const answer = await attempt(order)
  process.send?.(answer, () => undefined)
}

async function attempt(order: ThumbnailOrder): Promise<ThumbnailAnswer> {
  const { id, size, range, target } = order
  try {
    const bytes = await sources.read(order, order.path)
    if (createHash('sha256').update(bytes).digest('hex') !== order.hash) return changed(order)
    const picture = await thumbnailOf(bytes, order, size, range)
    await mkdir(path.dirname(target), { recursive: true })
    await writeWhole(target, picture)
    return { id, ok: true }
  } catch (error) {
    await sources.forget(order)
    return failed(order, error)
  }
}

function changed({ id, path: name, source }: ThumbnailOrder): ThumbnailAnswer {
  const message = `"${name}" in ${source} is not the image any more that was imported.`
  return { id, ok: false, code: 'NOT_FOUND', message, hint: 'Put the original back, or import the images again.' }
}

function failed({ id, path: name, source }: ThumbnailOrder, error: unknown): ThumbnailAnswer {
  if (error instanceof ImportError) return { id, ok: false, code: 'NOT_FOUND', message: error.message, hint: moved }
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    return { id, ok: false, code: 'DISK_FULL', message: 'The disk is full: there is no space left for thumbnails.', hint: null }
  }
  try {
    const { message } = toProblem(name, error)
    return { id, ok: false, code: 'NOT_FOUND', message: `"${name}" in ${source} cannot be shown. ${message}`, hint: moved }
  } catch (unforeseen) {
    return { id, ok: false, code: 'UNEXPECTED', message: `"${name}" in ${source}: ${(unforeseen as Error).message}`, hint: null }
  }
}

const moved = 'If the originals were moved, tell Lacuna where they lie now (relocate).'

async function end(): Promise<void> {
  await sources.close()
  process.exit(0)
}
