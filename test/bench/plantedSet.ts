import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { stream } from '../../main/models/random.ts'

const PIXELS = 28 * 28

/** Images of 28 x 28 grey pixels with their classes, 0 to 9. */
export interface Digits { pixels: Uint8Array; labels: Uint8Array }

/** What was done to an image of a planted set. */
export const CLEAN = 0
export const FLIPPED = 1
export const FOREIGN = 2

export interface Planting { images: number; flips: number; foreign: number; seed: number }

/** The training images of a set in IDX files, gzipped or not. */
export function readDigits(folder: string): Digits {
  const read = (name: string, header: number) => readIdx(path.join(folder, name)).subarray(header)
  return { pixels: read('train-images-idx3-ubyte', 16), labels: read('train-labels-idx1-ubyte', 8) }
}

function readIdx(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return gunzipSync(readFileSync(`${file}.gz`))
  }
}

/**
 * Writes a random part of a set as IDX files into a folder, with a share of its labels changed to another class, and a
 * share of its images replaced by images of another set, whose labels stay those of the images that they replace.
 * @returns by position what was done to each image
 */
export function plantedSet(own: Digits, other: Digits, { images, flips, foreign, seed }: Planting, folder: string): Uint8Array {
  const random = stream(`seed-${seed}/planted`)
  const chosen = random.permutation(own.labels.length).subarray(0, images)
  const strangers = random.permutation(other.labels.length)
  const done = new Uint8Array(images)
  const pixels = new Uint8Array(images * PIXELS)
  const labels = Uint8Array.from(chosen, (one) => own.labels[one])
  random.permutation(images).forEach((position, i) => {
    done[position] = i < images * flips ? FLIPPED : i < images * (flips + foreign) ? FOREIGN : CLEAN
    if (done[position] === FLIPPED) labels[position] = (labels[position] + 1 + random.integer(9)) % 10
    const [from, at] = done[position] === FOREIGN ? [other, strangers[i]] : [own, chosen[position]]
    pixels.set(from.pixels.subarray(at * PIXELS, (at + 1) * PIXELS), position * PIXELS)
  })
  writeDigits(folder, pixels, labels)
  return done
}

function writeDigits(folder: string, pixels: Uint8Array, labels: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'train-images-idx3-ubyte'), idx([labels.length, 28, 28], pixels))
  writeFileSync(path.join(folder, 'train-labels-idx1-ubyte'), idx([labels.length], labels))
}

/** Unsigned bytes as an IDX file: a magic number that ends in the number of sides, the sides, the bytes. */
function idx(sides: number[], bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * sides.length)
  header.writeUInt32BE(0x800 + sides.length, 0)
  sides.forEach((side, i) => header.writeUInt32BE(side, 4 + 4 * i))
  return Buffer.concat([header, bytes])
}
