import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { RankedImage } from '../contract/scores.ts'

export const rankingColumns = [
  'path',
  'label',
  'split',
  'role',
  'score',
  'rank',
  'flagged',
  'nearest',
  'verdict',
] as const

/**
 * Streams a ranking as CSV (UTF-8, one header line). Text that a spreadsheet would take for a formula gets a
 * leading apostrophe; scores are written as numbers with every digit they have.
 */
export async function streamRanking(
  images: Iterable<RankedImage>,
  to: Writable,
  signal?: AbortSignal,
): Promise<void> {
  const csv = stringify({
    header: true,
    columns: [...rankingColumns],
    escape_formulas: true,
    cast: { boolean: (value) => String(value), number: (value) => String(value) },
  })
  await pipeline(Readable.from(images), csv, to, { signal })
}

/** Writes a ranking into a file of its own. */
export async function writeRanking(
  images: Iterable<RankedImage>,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  await streamRanking(images, createWriteStream(file), signal)
}
