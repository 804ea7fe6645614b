import { bitCount } from './perceptualHash.ts'

const BANDS = 4
const BAND_BITS = 16
const KEYS = 1 << BAND_BITS
/** Neighbouring buckets are looked into only where an image then meets at most this many others. */
const AFFORDABLE = 5000

/** The images in the order of one band's keys, with their hashes: a bucket is a stretch of it. */
interface Band {
  /** Where each key's bucket begins. */
  starts: Uint32Array
  images: Uint32Array
  /** Two numbers an image. */
  hashes: Uint32Array
}

/** How far to look around an image, in bits. */
export interface Reach {
  most: number
  /** More images than this within `most` bits are a crowd. */
  crowd: number
  inCrowd: number
}

export interface Near {
  images: number[]
  crowded: boolean
}

/**
 * Finds hashes that are nearly equal without comparing all pairs: 64 bits as four bands of 16. Hashes that
 * differ in at most 3 bits have a band in common; with the buckets one bit away looked into as well, in at
 * most 7. (M. Norouzi, A. Punjani, D. Fleet, "Fast search in Hamming space with multi-index hashing", CVPR
 * 2012.)
 */
export class BandIndex {
  #hashes: Uint32Array
  #bands: Band[]
  #flips: number[]
  #seen: Uint32Array

  /** `images`: those to be found; `hashes`: two numbers for every image. */
  constructor(hashes: Uint32Array, images: Uint32Array) {
    this.#hashes = hashes
    this.#bands = Array.from({ length: BANDS }, (_, band) => makeBand(hashes, images, band))
    this.#seen = new Uint32Array(hashes.length / 2)
    const near = [0, ...Array.from({ length: BAND_BITS }, (_, bit) => 1 << bit)]
    this.#flips = this.#met(images, near) <= AFFORDABLE * images.length ? near : [0]
  }

  /**
   * The other images that share a bucket with `image` and differ from it in at most `reach.most` bits; once
   * they are a crowd, only those of at most `reach.inCrowd`.
   */
  within(image: number, reach: Reach): Near {
    const near: Near = { images: [], crowded: false }
    this.#seen[image] = image + 1
    this.#bands.forEach((band, number) => {
      const key = keyOf(this.#hashes, image, number)
      for (const flip of this.#flips) this.#collect(band, key ^ flip, image, reach, near)
    })
    return near
  }

  #collect({ starts, images, hashes }: Band, key: number, image: number, reach: Reach, near: Near): void {
    const low = this.#hashes[2 * image]
    const high = this.#hashes[2 * image + 1]
    const seen = this.#seen
    let most = near.crowded ? reach.inCrowd : reach.most
    for (let at = starts[key], end = starts[key + 1]; at < end; at += 1) {
      const apart = bitCount(low ^ hashes[2 * at])
      if (apart > most || apart + bitCount(high ^ hashes[2 * at + 1]) > most) continue
      const other = images[at]
      if (seen[other] === image + 1) continue
      seen[other] = image + 1
      near.images.push(other)
      if (near.crowded || near.images.length <= reach.crowd) continue
      near.crowded = true
      most = reach.inCrowd
    }
  }

  /** How many members the buckets that all images look into have together. */
  #met(images: Uint32Array, flips: number[]): number {
    let met = 0
    this.#bands.forEach(({ starts }, number) => {
      for (const image of images) {
        const key = keyOf(this.#hashes, image, number)
        for (const flip of flips) met += starts[(key ^ flip) + 1] - starts[key ^ flip]
      }
    })
    return met
  }
}

function makeBand(hashes: Uint32Array, images: Uint32Array, number: number): Band {
  const starts = new Uint32Array(KEYS + 1)
  for (const image of images) starts[keyOf(hashes, image, number) + 1] += 1
  for (let key = 0; key < KEYS; key += 1) starts[key + 1] += starts[key]
  const band = { starts, images: new Uint32Array(images.length), hashes: new Uint32Array(images.length * 2) }
  const next = starts.slice()
  for (const image of images) {
    const at = next[keyOf(hashes, image, number)]++
    band.images[at] = image
    band.hashes.set(hashes.subarray(2 * image, 2 * image + 2), 2 * at)
  }
  return band
}

function keyOf(hashes: Uint32Array, image: number, band: number): number {
  return (hashes[2 * image + (band >> 1)] >>> (BAND_BITS * (band & 1))) & (KEYS - 1)
}
