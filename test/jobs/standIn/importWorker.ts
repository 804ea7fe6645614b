import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { ImageRow, ImportResult, Split } from '../../../main/datasets/importRequest.ts'
import { serve } from '../../../main/workers/channel.ts'

/** What a set that is not there looks like: the source is a JSON file with this in it. */
export interface FakeSet {
  classes: string[]; perClass: number; salt: number; unlabelled?: number; waitMilliseconds?: number
  noTrain?: string[]
  /** So many images after each other are near-duplicates; one where left out. */
  alike?: number
}

const side = 8
const splits: Split[] = ['train', 'train', 'train', 'validation', 'test']

// Stands in for the import worker: as many images as asked for, in an instant.
serve('import', async ({ request }, channel) => {
  const set = JSON.parse(await readFile(request.source, 'utf8')) as FakeSet
  channel.progress({ phase: 'decoding', done: 0, total: 1, problems: 0 })
  if (set.waitMilliseconds) await setTimeout(set.waitMilliseconds, undefined, { signal: channel.cancelled })
  const rows = rowsOf(set)
  const pixels = Uint8Array.from({ length: rows.length * side * side }, (_, i) => (i * 7 + set.salt) % 256)
  const at = (name: string) => path.join(request.output, name)
  await writeFile(at('pixels.u8'), pixels)
  await writeFile(at('images.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await writeFile(
    at('problems.ndjson'),
    `${JSON.stringify({ path: 'x/broken.png', code: 'empty', message: 'It is empty.' })}\n`,
  )
  await writeFile(
    at('pairs.ndjson'), `${JSON.stringify({ a: 0, b: 4, kind: 'exact', distance: 0, leak: true })}\n`,
  )
  return result(set, rows, createHash('sha256').update(pixels).digest('hex'))
})

function rowsOf({ classes, perClass, salt, unlabelled = 0, noTrain = [], alike = 1 }: FakeSet): ImageRow[] {
  const row = (position: number, label: number | null, name: string): ImageRow => ({
    position, path: `${name}/${position}.png`, label, hash: `${salt}-${position}`, givenSplit: false,
    split: noTrain.includes(name) ? 'test' : splits[position % 5],
    width: side, height: side, channels: 1, bits: 8, format: 'png', group: Math.floor(position / alike),
  })
  const labelled = classes.flatMap((name, label) =>
    Array.from({ length: perClass }, (_, i) => row(label * perClass + i, label, name)),
  )
  return [
    ...labelled, ...Array.from({ length: unlabelled }, (_, i) => row(labelled.length + i, null, 'none')),
  ]
}

function result({ classes, unlabelled = 0 }: FakeSet, rows: ImageRow[], sha256: string): ImportResult {
  const count = (label: number, split: Split) =>
    rows.filter((row) => row.label === label && row.split === split).length
  const byClass = classes.map((_, label) => ({
    train: count(label, 'train'), validation: count(label, 'validation'), test: count(label, 'test'),
  }))
  const spread = { low: 0, median: 0.5, high: 1 }
  return {
    kind: 'folder',
    classes,
    warnings: [],
    counts: {
      images: rows.length, problems: 1, others: 0, unlabelled, byClass, groups: 0, exactPairs: 1,
      nearPairs: 0, leakingPairs: 1,
    },
    snapshot: {
      file: 'pixels.u8', height: side, width: side, channels: 1, images: rows.length, sha256, range: [0, 255],
      fit: 'fit', colour: 'grey',
    },
    statistics: {
      images: rows.length, meanBrightness: 0.5, brightness: spread, contrast: spread, longSide: spread,
      proportion: spread, inColour: 0,
    },
  }
}
