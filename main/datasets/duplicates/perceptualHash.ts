import { createHash } from 'node:crypto'
import { THUMB_PIXELS } from './detail.ts'

/*
 * 64 bits an image: on which side of 64 random planes its thumbnail lies, once the set's mean thumbnail is
 * taken off. Two images whose thumbnails correlate with r differ in a share acos(r) / pi of the bits (M.
 * Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002).
 *
 * dHash compares neighbouring pixels, of which MNIST has mostly black ones: at distance 0 it finds 6 others
 * for each of 70,000 digits where this finds 0.3, and re-encoding as JPEG moves it by 8 bits in the median,
 * this by 1.
 */

const BITS = 64

/** Images between two chances for others to be heard. */
const STRETCH = 4096

/**
 * The hashes of all images, two 32-bit numbers each, from their thumbnails (`THUMB_PIXELS` signed bytes
 * each). Awaits `breathe` now and then.
 */
export async function perceptualHashes(
  thumbs: Int8Array,
  breathe: () => Promise<void>,
): Promise<Uint32Array> {
  const images = thumbs.length / THUMB_PIXELS
  const offsets = projected(meanThumb(thumbs, images))
  const hashes = new Uint32Array(images * 2)
  for (let from = 0; from < images; from += STRETCH) {
    hashStretch(thumbs, offsets, hashes, from, Math.min(images, from + STRETCH))
    await breathe()
  }
  return hashes
}

function hashStretch(
  thumbs: Int8Array,
  offsets: Float32Array,
  hashes: Uint32Array,
  from: number,
  to: number,
): void {
  const thumb = new Float32Array(THUMB_PIXELS)
  for (let image = from; image < to; image += 1) {
    normalise(thumbs, image, thumb)
    const sides = projected(thumb)
    for (let bit = 0; bit < BITS; bit += 1) {
      if (sides[bit] > offsets[bit]) hashes[2 * image + (bit >> 5)] |= 1 << (bit & 31)
    }
  }
}

/** Number of bits in which the hashes of images a and b differ. */
export function bitsApart(hashes: Uint32Array, a: number, b: number): number {
  return bitCount(hashes[2 * a] ^ hashes[2 * b]) + bitCount(hashes[2 * a + 1] ^ hashes[2 * b + 1])
}

/** Number of ones in 32 bits (H. Warren, "Hacker's Delight", 5-1). */
export function bitCount(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function meanThumb(thumbs: Int8Array, images: number): Float32Array {
  const mean = new Float32Array(THUMB_PIXELS)
  const thumb = new Float32Array(THUMB_PIXELS)
  for (let image = 0; image < images; image += 1) {
    normalise(thumbs, image, thumb)
    for (let i = 0; i < THUMB_PIXELS; i += 1) mean[i] += thumb[i] / images
  }
  return mean
}

function normalise(thumbs: Int8Array, image: number, out: Float32Array): void {
  const from = image * THUMB_PIXELS
  let squares = 0
  for (let i = 0; i < THUMB_PIXELS; i += 1) squares += thumbs[from + i] ** 2
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  for (let i = 0; i < THUMB_PIXELS; i += 1) out[i] = thumbs[from + i] * scale
}

const PLANES = planes()

/** Fixed pseudo-random normals, each from the 64 bytes of a SHA-512 of its number. */
function planes(): Float32Array {
  const normals = new Float32Array(BITS * THUMB_PIXELS)
  for (let plane = 0; plane < BITS; plane += 1) {
    const bytes = createHash('sha512').update(`lacuna/plane/${plane}`).digest()
    // The sum of a byte's bits is nearly normal: binomial(8, 1/2), less its mean.
    for (let i = 0; i < THUMB_PIXELS; i += 1) normals[plane * THUMB_PIXELS + i] = bitCount(bytes[i]) - 4
  }
  return normals
}

function projected(thumb: Float32Array): Float32Array {
  const sides = new Float32Array(BITS)
  for (let bit = 0; bit < BITS; bit += 1) {
    let sum = 0
    for (let i = 0; i < THUMB_PIXELS; i += 1) sum += PLANES[bit * THUMB_PIXELS + i] * thumb[i]
    sides[bit] = sum
  }
  return sides
}
