import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { ImageRow, Pair } from './imageSets.ts'
import { RankedImage, Threshold } from './scores.ts'

const base = oc.errors(failures)
const OfSet = z.object({ imageSetId: z.int() })
const OfImage = OfSet.extend({ position: z.int().min(0) })

/** How much an import found: problems by code, the most frequent first; pairs as their filters have them. */
export const FindingCounts = z.object({
  problems: z.array(z.object({ code: z.string(), count: z.int() })),
  pairs: z.object({ all: z.int(), exact: z.int(), leaks: z.int(), classes: z.int() }),
})

/**
 * An image that is like another: one of a pair with it, or of its group of near-duplicates by others (`pair` null).
 */
export const AlikeImage = ImageRow.extend({ pair: Pair.pick({ kind: true, distance: true, leak: true }).nullable() })

/** What an ensemble says of an image by one detector; `rank` is from 1, the highest score, among the `of` images of the set. */
export const ImageScore = RankedImage.pick({ role: true, score: true, flagged: true, nearest: true, rank: true }).extend({
  scoreId: z.int(), ensembleId: z.int(), ensemble: z.string(), detector: z.string(), of: z.int(), threshold: Threshold,
})

/** What is known of the images of a set one by one, and of what was found about them. */
export const images = {
  findings: base.input(OfSet).output(FindingCounts),
  /** The nearest first, at most 100. */
  alike: base.input(OfImage).output(z.array(AlikeImage)),
  /** The latest scores of each detector, by ensemble, the newest first. */
  scores: base.input(OfImage).output(z.array(ImageScore)),
}

export type FindingCounts = z.infer<typeof FindingCounts>
export type AlikeImage = z.infer<typeof AlikeImage>
export type ImageScore = z.infer<typeof ImageScore>
