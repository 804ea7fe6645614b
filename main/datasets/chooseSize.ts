import { LARGEST_SIDE, SMALLEST_SIDE } from './limits.ts'
import { ImportError } from './problems.ts'
import type { Size } from './importRequest.ts'

/**
 * Larger pictures are shown to the models at this side unless one asks for more: a training's time grows with
 * the number of pixels, and 64 is what a processor without GPU trains in minutes.
 */
const COMFORTABLE_SIDE = 64
/** Proportions that differ by less count as the same. */
const SAME_PROPORTIONS = 1.15
const MNIST_SIDE = 28

/** Counts of the originals' sides and proportions, which is all that the choice of a size needs. */
export class SizeSurvey {
  #images = 0
  #at28 = 0
  #sides = new Map<number, number>()
  #proportions = new Map<number, number>()

  add({ height, width }: Size): void {
    this.#images += 1
    if (height === MNIST_SIDE && width === MNIST_SIDE) this.#at28 += 1
    count(this.#sides, Math.max(height, width))
    // In steps of 2 %, so that the counts stay few.
    count(this.#proportions, Math.round(Math.log(width / height) / Math.log(1.02)))
  }

  /**
   * 28 x 28 where every image has it. Otherwise a longer side of the images' median, rounded up to a multiple
   * of 8 and at most 64; the shorter side follows the proportions that all but a tenth share, or is the same.
   */
  choose(): Size {
    if (this.#at28 === this.#images) return { height: MNIST_SIDE, width: MNIST_SIDE }
    const long = side(Math.min(COMFORTABLE_SIDE, quantile(this.#sides, 0.5)))
    const [narrow, middle, wide] = [0.05, 0.5, 0.95].map((q) => 1.02 ** quantile(this.#proportions, q))
    const proportion = wide / narrow <= SAME_PROPORTIONS ** 2 ? middle : 1
    if (proportion >= 1) return { height: side(long / proportion), width: long }
    return { height: long, width: side(long * proportion) }
  }
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function quantile(counts: Map<number, number>, q: number): number {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  let seen = 0
  for (const key of [...counts.keys()].sort((a, b) => a - b)) {
    seen += counts.get(key)!
    if (seen >= q * total) return key
  }
  return 0
}

function side(pixels: number): number {
  return Math.max(SMALLEST_SIDE, Math.ceil((pixels - 0.5) / 8) * 8)
}

/** Refuses sides that the models cannot take: multiples of 8 from 16 to 256, or 28. */
export function checkSize({ height, width }: Size): void {
  for (const pixels of [height, width]) {
    const fits = Number.isInteger(pixels) && pixels >= SMALLEST_SIDE && pixels <= LARGEST_SIDE
    if (fits && (pixels % 8 === 0 || pixels === MNIST_SIDE)) continue
    const what = `Images of ${height} x ${width} pixels cannot be modelled.`
    throw new ImportError(
      'size',
      what,
      `Sides are multiples of 8 from ${SMALLEST_SIDE} to ${LARGEST_SIDE}, or 28.`,
    )
  }
}
