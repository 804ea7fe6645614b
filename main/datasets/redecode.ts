import { hash } from 'node:crypto'
import { DECODES_IN_FLIGHT } from './concurrency.ts'
import type { ImageRow } from './importRequest.ts'
import { inOrder } from './inOrder.ts'
import { readLines } from './lines.ts'
import { decode, type Target } from './pictures/decode.ts'
import { HEAD_BYTES, type Header, readHeader } from './pictures/header.ts'
import { withChannels } from './pictures/values.ts'
import { PixelBudget } from './pixelBudget.ts'
import { toProblem } from './problems.ts'
import { SnapshotWriter } from './snapshotWriter.ts'
import type { ImageSource } from './sources/imageSource.ts'

/** How the images of a snapshot were decoded. */
export type RedecodedShape = Target & { channels: 1 | 3 }

/** `example`: the first image that is missing or different. `sha256`: of the pixels; null where an image is. */
export interface Redecoded {
  images: number; missing: number; different: number; example: string | null; sha256: string | null
}

type Read = { path: string } & ({ pixels: Uint8Array } | { is: 'missing' | 'different' })

/**
 * Reads the images of an import once more, each compared by the hash of its bytes, and decodes them as the import did.
 * @param rows images.ndjson of the import
 * @param target a file that is not there yet: the pixels, whole only where the answer has their hash
 */
export async function redecode(
  source: ImageSource, rows: string, shape: RedecodedShape, target: string, told: (done: number) => void, signal: AbortSignal,
): Promise<Redecoded> {
  const found: Redecoded = { images: 0, missing: 0, different: 0, example: null, sha256: null }
  const writer = await SnapshotWriter.create(target)
  const budget = new PixelBudget()
  try {
    const work = (row: ImageRow) => readOne(source, row, shape, budget)
    for await (const read of inOrder(readLines<ImageRow>(rows), DECODES_IN_FLIGHT, work, signal)) {
      told((found.images += 1))
      if ('pixels' in read) await writer.write(read.pixels)
      else note(found, read)
    }
    const sha256 = await writer.finish()
    return { ...found, sha256: found.example === null ? sha256 : null }
  } finally {
    await writer.discard()
  }
}

function note(found: Redecoded, read: { path: string; is: 'missing' | 'different' }): void {
  found[read.is] += 1
  found.example ??= read.path
}

async function readOne(source: ImageSource, row: ImageRow, shape: RedecodedShape, budget: PixelBudget): Promise<Read> {
  const { path } = row
  try {
    return await budget.use(row.width * row.height, async () => {
      const bytes = await source.read(path)
      if (hash('sha256', bytes) !== row.hash) return { path, is: 'different' }
      const { pixels, channels } = await decode(bytes, await headerOf(row, bytes), shape)
      return { path, pixels: withChannels(pixels, channels, shape.channels) }
    })
  } catch (error) {
    return { path, is: toProblem(path, error).code === 'missing' ? 'missing' : 'different' }
  }
}

/** A record has no header of its own; the import kept what is known of it. */
async function headerOf({ format, width, height, channels, bits }: ImageRow, bytes: Buffer): Promise<Header> {
  if (format === 'record') return { format, width, height, channels, bits, grey: channels === 1, wide: false }
  return readHeader(bytes.subarray(0, HEAD_BYTES), async () => bytes)
}
