import { rename } from 'node:fs/promises'
import type { ImportRun } from '../importRun.ts'
import { luma } from '../pictures/values.ts'
import { SnapshotWriter, openSnapshot } from '../snapshot.ts'
import type { SnapshotShape } from '../snapshot.ts'
import { breathe } from '../inOrder.ts'

const ROWS = 256

/** Moves the decoded pixels to their place as they are. */
export async function keepPixels(run: ImportRun): Promise<void> {
  await rename(run.file('pixels.part'), run.file('pixels.u8'))
}

/** Rewrites RGB pixels that all turned out to be grey with one channel. Returns the file's SHA-256. */
export async function dropColour(run: ImportRun, shape: SnapshotShape): Promise<string> {
  const source = await openSnapshot(run.file('pixels.part'), shape)
  const writer = await SnapshotWriter.create(run.file('pixels.u8'))
  try {
    for (let first = 0; first < source.images; first += ROWS) {
      const count = Math.min(ROWS, source.images - first)
      await writer.write(luma(await source.readRows(Array.from({ length: count }, (_, i) => first + i))))
      await breathe(run.signal)
    }
    return await writer.finish()
  } finally {
    await writer.discard()
    await source.close()
  }
}
