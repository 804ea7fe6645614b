import type { PixelReader } from '../../detectors/detector.ts'

/** Some images of a reader as images of their own, counted from 0. */
export class SomeImages implements PixelReader {
  readonly count: number
  readonly size: number
  readonly shape: PixelReader['shape']
  readonly #all: PixelReader
  readonly #chosen: Uint32Array

  /** @param chosen their positions among all images */
  constructor(all: PixelReader, chosen: Uint32Array) {
    this.count = chosen.length
    this.size = all.size
    this.shape = all.shape
    this.#all = all
    this.#chosen = chosen
  }

  read(positions: Uint32Array): Float32Array {
    return this.#all.read(positions.map((i) => this.#chosen[i]))
  }
}
