import { rename } from 'node:fs/promises'
import type { SnapshotDescription } from '../importRequest.ts'
import type { ImportRun } from '../importRun.ts'
import { luma } from '../pictures/values.ts'
import { openSnapshot } from '../snapshot.ts'
import { SnapshotWriter } from '../snapshotWriter.ts'
import type { SnapshotShape } from '../snapshot.ts'
import { breathe } from '../inOrder.ts'
import type { DecodedSet } from './decodedOutput.ts'
import type { ChosenSettings } from './settings.ts'

const ROWS = 256

/**
 * Puts the decoded pixels into their place, without colour where none of them has any and none was asked for.
 */
export async function settleSnapshot(
  run: ImportRun,
  { target, colour }: ChosenSettings,
  { catalogue, statistics, sha256 }: DecodedSet,
): Promise<SnapshotDescription> {
  const { height, width, fit, range } = target
  const settled = colour ?? (statistics.anyInColour ? 'rgb' : 'grey')
  const described = {
    file: 'pixels.u8' as const,
    height,
    width,
    images: catalogue.length,
    range,
    fit,
    colour: settled,
  }
  if (settled === 'rgb' || colour === 'grey') {
    await keepPixels(run)
    return { ...described, channels: settled === 'grey' ? 1 : 3, sha256 }
  }
  return { ...described, channels: 1, sha256: await dropColour(run, { height, width, channels: 3 }) }
}

/** Moves the decoded pixels to their place as they are. */
async function keepPixels(run: ImportRun): Promise<void> {
  await rename(run.file('pixels.part'), run.file('pixels.u8'))
}

/** Rewrites RGB pixels that all turned out to be grey with one channel. Returns the file's SHA-256. */
async function dropColour(run: ImportRun, shape: SnapshotShape): Promise<string> {
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
