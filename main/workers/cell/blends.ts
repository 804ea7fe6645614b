import type { PixelReader } from '../../detectors/detector.ts'
import type { RandomStream } from '../../models/random.ts'

/** Two images by position, of different classes. */
export type BlendPair = [a: number, b: number]

/**
 * Gives each image a partner of another class, at random; an image may be the partner of several.
 * @param classOf the class of each position
 */
export function blendPairs(positions: Uint32Array, classOf: Int32Array, random: RandomStream): BlendPair[] {
  const classes = new Set(Array.from(positions, (position) => classOf[position]))
  if (classes.size < 2) return []
  return Array.from(positions, (a): BlendPair => {
    let b = a
    while (classOf[b] === classOf[a]) b = positions[random.integer(positions.length)]
    return [a, b]
  })
}

/** Blends of two images, share * a + (1 - share) * b, pixel by pixel. */
export class BlendedReader implements PixelReader {
  readonly count: number
  readonly size: number
  readonly shape: PixelReader['shape']
  readonly #all: PixelReader
  readonly #pairs: BlendPair[]
  readonly #share: number

  constructor(all: PixelReader, pairs: BlendPair[], share: number) {
    this.count = pairs.length
    this.size = all.size
    this.shape = all.shape
    this.#all = all
    this.#pairs = pairs
    this.#share = share
  }

  read(positions: Uint32Array): Float32Array {
    const first = this.#all.read(positions.map((i) => this.#pairs[i][0]))
    const second = this.#all.read(positions.map((i) => this.#pairs[i][1]))
    return first.map((value, i) => this.#share * value + (1 - this.#share) * second[i])
  }
}
