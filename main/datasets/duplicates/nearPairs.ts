import { alignable, alignedCorrelation } from './alignment.ts'
import type { Alignable } from './alignment.ts'
import { SAME_THUMB } from './candidates.ts'
import type { Candidates } from './candidates.ts'
import type { DetailFile } from './detailFile.ts'

/*
 * When is an image a copy of another? Their thumbnails propose, the details of their pixels decide:
 *
 * - details that correlate by SAME are those of a copy, whatever else is in the set;
 * - by COPY (after alignment, so that a crop counts), only where the two stand out: fewer than STRANGERS
 *   others have thumbnails as alike without having these details. Among handwritten ones or parts of one
 *   product, where hundreds look alike, so much likeness proves nothing.
 *
 * Measured: of all 70,000 digits of MNIST 8 pairs are near, none by SAME; of Fashion-MNIST 92 pairs, the same
 * photo each. Of copies made of 578 pieces of photos, among all of them, 95 % were found after JPEG of
 * quality 30 to 90, 93 to 97 % of brighter, darker and smaller ones, 83 % of those cropped by 4 % at one
 * side, 77 % at all sides, 57 % by 5 %, and no false one. Among MNIST's digits: after JPEG and darker 99 to
 * 100 %, cropped 12 %, for there a crop is as unlike as another hand.
 */
export const SAME = 0.996
export const COPY = 0.965
const STRANGERS = 4
/** An image with more strangers than this and those is among its like: no crop is looked for. */
const MOST_CROPS = 2
/** A slight crop leaves this much of the details' correlation even without alignment. */
const WORTH_ALIGNING = 0.3

export interface NearPair {
  a: number
  b: number
  correlation: number
}

interface Found {
  other: number
  correlation: number
}

/** Finds the images that are nearly, but not exactly, the same as others. */
export class NearPairFinder {
  #candidates: Candidates
  #details: DetailFile
  #images: number
  /**
   * Pairs that look like copies from their first image, by first x images + second, until the second agrees.
   */
  #likely = new Map<number, number>()

  /** `images`: how many there are in all, of which the candidates may be a part. */
  constructor(candidates: Candidates, details: DetailFile, images: number) {
    this.#candidates = candidates
    this.#details = details
    this.#images = images
  }

  /** The near pairs of `image` with images before it. To be asked for one image after the other, in order. */
  before(image: number): NearPair[] {
    const { same, likely } = this.#copiesOf(image)
    const pairs = same.filter(({ other }) => other < image)
    for (const { other, correlation } of likely) {
      if (other > image) this.#likely.set(this.#key(image, other), correlation)
      else if (this.#likely.delete(this.#key(other, image))) pairs.push({ other, correlation })
    }
    return pairs.map(({ other, correlation }) => ({ a: other, b: image, correlation }))
  }

  #key(first: number, second: number): number {
    return first * this.#images + second
  }

  #copiesOf(image: number): { same: Found[]; likely: Found[] } {
    const { copies, strangers, crowded } = this.#sorted(image)
    const same = copies.filter(({ correlation }) => correlation >= SAME)
    if (crowded) return { same, likely: [] }
    const aligned = this.#aligned(image, strangers)
    const standsOut = strangers.length - aligned.length < STRANGERS
    const likely = copies.filter(({ correlation }) => correlation < SAME)
    return { same, likely: standsOut ? [...likely, ...aligned] : [] }
  }

  /** The candidates by what their pixels say as they are. */
  #sorted(image: number): { copies: Found[]; strangers: Found[]; crowded: boolean } {
    const { found, crowded } = this.#candidates.of(image)
    const copies: Found[] = []
    const strangers: Found[] = []
    const isCrowd = () => crowded || strangers.length >= STRANGERS + MOST_CROPS
    for (const { image: other, correlation: thumbs } of found) {
      if (thumbs < SAME_THUMB && isCrowd()) break
      const correlation = this.#details.correlation(image, other)
      ;(correlation >= COPY ? copies : strangers).push({ other, correlation })
    }
    return { copies, strangers, crowded: isCrowd() }
  }

  /** The strangers that turn out to be copies once they are laid over the image. */
  #aligned(image: number, strangers: Found[]): Found[] {
    const hopeful = strangers.filter(({ correlation }) => correlation >= WORTH_ALIGNING)
    if (hopeful.length === 0) return []
    const mine = this.#alignable(image)
    return hopeful.flatMap(({ other }) => {
      const correlation = this.#knownOrAligned(image, mine, other)
      // However well one can be moved over the other, they are not the same.
      return correlation >= COPY ? [{ other, correlation: Math.min(correlation, SAME - 1e-6) }] : []
    })
  }

  /** An earlier image has been laid over this one already: what it did not find likely is not. */
  #knownOrAligned(image: number, mine: Alignable, other: number): number {
    if (other < image) return this.#likely.get(this.#key(other, image)) ?? 0
    return alignedCorrelation(mine, this.#alignable(other))
  }

  #alignable(image: number): Alignable {
    return alignable(this.#details.picture(image))
  }
}
