import { BandIndex } from './bandIndex.ts'
import { THUMB_PIXELS } from './detail.ts'

/** An image that may be a copy of another: their thumbnails correlate. */
export interface Candidate {
  image: number
  correlation: number
}

/** A slightly cropped photo's thumbnail still correlates this much with its original's. */
const ALIKE = 0.9
/** Details cannot be the same where thumbnails correlate less. */
export const SAME_THUMB = 0.99
const REACH = {
  /** acos(0.9) / pi of 64 bits. */
  most: 9,
  /** An image with more than this many so near is among its like: only those that may be the same matter. */
  crowd: 200,
  /** Thumbnails of copies that were not cropped nearly always lie within. */
  inCrowd: 5,
}

/** Proposes, for each image, those that may be its copies, the most alike first. */
export class Candidates {
  #thumbs: Int8Array
  #norms: Float32Array
  #index: BandIndex

  /** `thumbs` and their `hashes`: of every image; `images`: those to be proposed. */
  constructor(thumbs: Int8Array, hashes: Uint32Array, images: Uint32Array) {
    this.#thumbs = thumbs
    this.#norms = normsOf(thumbs)
    this.#index = new BandIndex(
      hashes,
      images.filter((image) => this.#norms[image] > 0),
    )
  }

  /** In a crowd only those that may be the same are looked at. */
  of(image: number): { found: Candidate[]; crowded: boolean } {
    if (this.#norms[image] === 0) return { found: [], crowded: false }
    const near = this.#index.within(image, REACH)
    const least = near.crowded ? SAME_THUMB : ALIKE
    const found: Candidate[] = []
    for (const other of near.images) {
      const correlation = this.#correlation(image, other)
      if (correlation >= least) found.push({ image: other, correlation })
    }
    found.sort((a, b) => b.correlation - a.correlation || a.image - b.image)
    return { found, crowded: near.crowded }
  }

  #correlation(a: number, b: number): number {
    const thumbs = this.#thumbs
    let sum = 0
    for (let i = a * THUMB_PIXELS, j = b * THUMB_PIXELS, end = i + THUMB_PIXELS; i < end; i += 1, j += 1) {
      sum += thumbs[i] * thumbs[j]
    }
    return sum / (this.#norms[a] * this.#norms[b])
  }
}

function normsOf(thumbs: Int8Array): Float32Array {
  return Float32Array.from({ length: thumbs.length / THUMB_PIXELS }, (_, image) => {
    let squares = 0
    for (let i = image * THUMB_PIXELS; i < (image + 1) * THUMB_PIXELS; i += 1) squares += thumbs[i] ** 2
    return Math.sqrt(squares)
  })
}
