import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PictureProblem } from '../problems.ts'
import type { Split } from '../importRequest.ts'
import type { Found, ImageSource, RecordShape } from './imageSource.ts'
import { RecordFile, closeAll } from './recordFile.ts'
import { join } from './tree.ts'
import type { Tree } from './tree.ts'

const SIDE = 32
const PLANE = SIDE * SIDE
const RECORD = 1 + 3 * PLANE
const SHAPE: RecordShape = { height: SIDE, width: SIDE, channels: 3 }
const BATCH = /^(data_batch_\d+|test_batch)\.bin$/
const NAMES = 'batches.meta.txt'

export function isCifarName(name: string): boolean {
  return BATCH.test(name)
}

/**
 * CIFAR-10's binary version: records of one label byte and 3 x 32 x 32 pixels, colour plane after colour
 * plane. The format: A. Krizhevsky, "The CIFAR-10 dataset".
 */
export class CifarSource implements ImageSource {
  readonly kind = 'cifar-binary' as const
  readonly notes: string[] = []
  #tree: Tree
  #root: string
  #scratch: string | undefined
  #files = new Map<string, Promise<RecordFile>>()

  constructor(tree: Tree, root: string, scratch?: string) {
    this.#tree = tree
    this.#root = root
    this.#scratch = scratch
  }

  async *find(): AsyncGenerator<Found> {
    const names = (await this.#tree.list(this.#root)).map((entry) => entry.name)
    const classes = names.includes(NAMES) ? await this.#classNames() : []
    for (const name of names.filter(isCifarName)) {
      const split: Split = name.startsWith('test') ? 'test' : 'train'
      yield* this.#records(join(this.#root, name), split, classes)
    }
  }

  async *#records(at: string, split: Split, classes: string[]): AsyncGenerator<Found> {
    const file = await this.#open(at)
    for (let index = 0; index < file.records; index += 1) {
      const label = (await file.read(index))[0]
      const className = classes[label] ?? String(label)
      yield { image: { path: `${at}#${index}`, className, split, record: SHAPE } }
    }
    if (file.rest > 0) yield cutOff(at, file.records)
  }

  async read(at: string): Promise<Buffer> {
    const mark = at.lastIndexOf('#')
    const file = await this.#open(at.slice(0, mark))
    const index = Number(at.slice(mark + 1))
    if (!(index < file.records)) throw new PictureProblem('missing', 'There is no such record.')
    return interleaved((await file.read(index)).subarray(1))
  }

  async close(): Promise<void> {
    await closeAll([...this.#files.values()])
    if (this.#scratch) await rm(this.#scratch, { recursive: true, force: true })
    await this.#tree.close()
  }

  async #classNames(): Promise<string[]> {
    const text = (await this.#tree.read(join(this.#root, NAMES))).toString('utf8')
    return text.split(/\r?\n/).filter((line) => line.trim() !== '')
  }

  #open(at: string): Promise<RecordFile> {
    const known = this.#files.get(at)
    if (known) return known
    const opened = this.#place(at).then((file) => RecordFile.open(file, 0, RECORD))
    this.#files.set(at, opened)
    return opened
  }

  async #place(at: string): Promise<string> {
    this.#scratch ??= await mkdtemp(path.join(tmpdir(), 'lacuna-cifar-'))
    return this.#tree.place(at, this.#scratch)
  }
}

/** From plane after plane to pixel after pixel. */
function interleaved(planes: Buffer): Buffer {
  const pixels = Buffer.allocUnsafe(planes.length)
  for (let i = 0; i < PLANE; i += 1) {
    pixels[3 * i] = planes[i]
    pixels[3 * i + 1] = planes[PLANE + i]
    pixels[3 * i + 2] = planes[2 * PLANE + i]
  }
  return pixels
}

function cutOff(path: string, records: number): Found {
  const message = `The file is cut off: it ends in the middle of image ${(records + 1).toLocaleString('en')}.`
  return { problem: { path, code: 'cut-off', message } }
}
