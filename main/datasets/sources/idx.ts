import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ImportError, PictureProblem } from '../problems.ts'
import type { Found, ImageSource, RecordShape } from './imageSource.ts'
import { parseIdxHeader } from './idxHeader.ts'
import type { IdxPair } from './idxPairs.ts'
import { placeUnzipped } from './gunzip.ts'
import { RecordFile, closeAll } from './recordFile.ts'
import type { Tree } from './tree.ts'

interface OpenPair {
  pair: IdxPair
  file: RecordFile
  shape: RecordShape
  stated: number
  labels: Uint8Array | null
}

const MAXIMUM_LABELS_BYTES = 100_000_000

/** MNIST's format: one file of all images, one of all labels; the classes are the labels' numbers. */
export class IdxSource implements ImageSource {
  readonly kind = 'idx' as const
  readonly notes: string[] = []
  #tree: Tree
  #pairs: IdxPair[]
  #opened = new Map<string, Promise<OpenPair>>()
  #scratch: string | undefined

  constructor(tree: Tree, pairs: IdxPair[], scratch?: string) {
    this.#tree = tree
    this.#pairs = pairs
    this.#scratch = scratch
    for (const pair of pairs) {
      if (!pair.labels)
        this.notes.push(`No file of labels belongs to ${pair.images}: its images have no class.`)
    }
  }

  async *find(): AsyncGenerator<Found> {
    for (const pair of this.#pairs) {
      const { file, shape, stated, labels } = await this.#open(pair)
      for (let index = 0; index < Math.min(file.records, stated); index += 1) {
        const className = labels ? String(labels[index]) : null
        yield { image: { path: `${pair.images}#${index}`, className, split: pair.split, record: shape } }
      }
      if (file.records < stated) yield cutOff(pair.images, file.records, stated)
    }
  }

  async read(at: string): Promise<Buffer> {
    const mark = at.lastIndexOf('#')
    const pair = this.#pairs.find((candidate) => candidate.images === at.slice(0, mark))
    const index = Number(at.slice(mark + 1))
    const opened = pair && (await this.#open(pair))
    if (!opened || !(index < opened.file.records))
      throw new PictureProblem('missing', 'There is no such record.')
    return opened.file.read(index)
  }

  async close(): Promise<void> {
    await closeAll([...this.#opened.values()].map(async (opened) => (await opened).file))
    if (this.#scratch) await rm(this.#scratch, { recursive: true, force: true })
    await this.#tree.close()
  }

  #open(pair: IdxPair): Promise<OpenPair> {
    const known = this.#opened.get(pair.images)
    if (known) return known
    const opened = this.#openFiles(pair)
    this.#opened.set(pair.images, opened)
    return opened
  }

  async #openFiles(pair: IdxPair): Promise<OpenPair> {
    const at = await this.#place(pair.images)
    const { dimensions, offset } = parseIdxHeader(await headOf(at), pair.images)
    const shape = shapeOf(dimensions, pair.images)
    const labels = await this.#labels(pair, dimensions[0])
    const file = await RecordFile.open(at, offset, shape.height * shape.width * shape.channels)
    return { pair, file, shape, stated: dimensions[0], labels }
  }

  async #labels(pair: IdxPair, images: number): Promise<Uint8Array | null> {
    if (!pair.labels) return null
    const bytes = await readFile(await this.#place(pair.labels, MAXIMUM_LABELS_BYTES))
    const { dimensions, offset } = parseIdxHeader(bytes, pair.labels)
    const labels = bytes.subarray(offset, offset + dimensions[0])
    if (dimensions.length === 1 && labels.length === images) return labels
    const [held, wanted] = [labels.length, images].map((count) => count.toLocaleString('en'))
    const what = `${pair.labels} holds ${held} labels for the ${wanted} images of ${pair.images}.`
    throw new ImportError('idx', what, 'Put the two files side by side that were published together.')
  }

  async #place(name: string, limit?: number): Promise<string> {
    this.#scratch ??= await mkdtemp(path.join(tmpdir(), 'lacuna-idx-'))
    return placeUnzipped(this.#tree, name, this.#scratch, limit)
  }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function shapeOf(dimensions: number[], name: string): RecordShape {
  const [, height, width, channels = 1] = dimensions
  const sides = height >= 1 && width >= 1 && height <= 4096 && width <= 4096
  if (sides && dimensions.length <= 4 && (channels === 1 || channels === 3))
    return { height, width, channels }
  const what = `${name} does not hold images: its dimensions are ${dimensions.join(' x ')}.`
  throw new ImportError('idx', what, 'Images have the dimensions count x height x width (x 3 in colour).')
}

function cutOff(path: string, records: number, stated: number): Found {
  const message =
    `The file is cut off: it announces ${stated.toLocaleString('en')} images and ` +
    `holds ${records.toLocaleString('en')}.`
  return { problem: { path, code: 'cut-off', message } }
}
