import type { PixelReader } from '../../detectors/detector.ts'
import { SomeImages } from './someImages.ts'

/** Spoils one image; `position` says which, so that it is spoilt the same way whenever it is read. */
export type SpoilAt = (image: Float32Array, position: number) => Float32Array

/** Some images of a reader, spoilt as they are read. */
export class SpoiltReader extends SomeImages {
  readonly #spoil: SpoilAt

  constructor(all: PixelReader, chosen: Uint32Array, spoil: SpoilAt) {
    super(all, chosen)
    this.#spoil = spoil
  }

  override read(positions: Uint32Array): Float32Array {
    const values = super.read(positions)
    positions.forEach((position, i) => {
      const place = i * this.size
      values.set(this.#spoil(values.slice(place, place + this.size), position), place)
    })
    return values
  }
}
