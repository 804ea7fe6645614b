import { closeSync, openSync, readSync } from 'node:fs'
import { GRID_PIXELS } from './detail.ts'

/** Bytes an image: its detail as signed bytes, then its picture as unsigned ones. */
export const DETAIL_BYTES = 2 * GRID_PIXELS
const KEPT = 4096

/**
 * Details and pictures of all images, read by position. Synchronously: a read of a kilobyte that was just
 * written takes microseconds, a promise ten times that.
 */
export class DetailFile {
  #file: number
  #rows = new Uint8Array(KEPT * DETAIL_BYTES)
  #norms = new Float64Array(KEPT)
  #held = new Int32Array(KEPT).fill(-1)

  constructor(path: string) {
    this.#file = openSync(path, 'r')
  }

  /** Correlation of two images' details; 0 where one has none. */
  correlation(a: number, b: number): number {
    const detail = this.#detail(this.#place(a))
    // Two images that share a place in memory push one another out of it.
    const mine = a % KEPT === b % KEPT ? detail.slice() : detail
    const norm = this.#norms[a % KEPT]
    const place = this.#place(b)
    const norms = norm * this.#norms[place]
    return norms > 0 ? product(mine, this.#detail(place)) / norms : 0
  }

  picture(image: number): Float32Array {
    const start = this.#place(image) * DETAIL_BYTES + GRID_PIXELS
    return Float32Array.from(this.#rows.subarray(start, start + GRID_PIXELS))
  }

  close(): void {
    closeSync(this.#file)
  }

  #place(image: number): number {
    const place = image % KEPT
    if (this.#held[place] !== image) {
      this.#held[place] = image
      readSync(this.#file, this.#rows, place * DETAIL_BYTES, DETAIL_BYTES, image * DETAIL_BYTES)
      const detail = this.#detail(place)
      this.#norms[place] = Math.sqrt(product(detail, detail))
    }
    return place
  }

  #detail(place: number): Int8Array {
    return new Int8Array(this.#rows.buffer, place * DETAIL_BYTES, GRID_PIXELS)
  }
}

function product(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i]
  return sum
}
