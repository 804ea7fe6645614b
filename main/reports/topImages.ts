import type { RankedImage } from '../contract/scores.ts'
import { rankedImages } from './ranking.ts'
import type { ReportInput } from './reportInput.ts'

/** The images that a page shows. */
export interface TopImages {
  /** The highest scores of all. */
  all: RankedImage[]
  /**
   * The highest scores of known classes that `all` does not show: mixed-up, mislabelled or damaged images.
   */
  known: RankedImage[]
}

/** Two rows of the printed page. */
const knownShown = 12

/**
 * Picks the first `top` images, and where classes are held out (they
 * fill those places) the strangest known ones.
 */
export function topImages(input: ReportInput, order: Uint32Array, top: number): TopImages {
  const all = [...rankedImages(input, order.subarray(0, top))]
  if (input.heldOut.length === 0) return { all, known: [] }
  return { all, known: firstKnown(input, order.subarray(top), top) }
}

function firstKnown(input: ReportInput, order: Uint32Array, before: number): RankedImage[] {
  const known = new Set(input.known)
  const found: RankedImage[] = []
  for (const [i, position] of order.entries()) {
    if (!known.has(input.labels[position])) continue
    const [image] = rankedImages(input, order.subarray(i, i + 1))
    if (found.push({ ...image, rank: before + i + 1 }) === knownShown) break
  }
  return found
}
