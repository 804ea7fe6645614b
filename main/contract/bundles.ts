import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const Begun = z.object({ jobId: z.int() })
/** Paths are absolute ones. `images`: where the originals lie, for a bundle without pixels or to have them compared. */
const Opened = z.object({ file: z.string().trim().min(1), images: z.string().trim().min(1).optional() })

/** What decides the last bits of a score beside weights and pixels. */
export const Environment = z.object({
  processor: z.string(), platform: z.string(), architecture: z.string(), cores: z.int(),
  /** Version and flavour; "none" where none is set up. */
  tensorflow: z.string(), node: z.string(),
})

/** What a bundle says of itself beside what every backup says. */
export const BundleFacts = z.object({
  ensemble: z.string(), scores: z.int(), pixels: z.boolean(), environment: Environment,
})

/**
 * The originals of an image set beside what was imported. `pixels`: whether decoding them gives the snapshot again;
 * null where not all of them are what they were.
 */
export const ComparedOriginals = z.object({
  imageSet: z.string(), images: z.int(), missing: z.int(), different: z.int(), example: z.string().nullable(),
  pixels: z.enum(['identical', 'different']).nullable(),
})

/** How far a score came again. Within the tolerance is as good as identical on another machine only. */
export const Replay = z.enum(['identical', 'within tolerance', 'different', 'not replayed'])

/** One score replayed. Figures are null where it was not, `reason` says why not. */
export const ReplayedScore = z.object({
  detector: z.string(), imageSet: z.string(), images: z.int(), replay: Replay, reason: z.string().nullable(),
  /** The largest difference between two scores of an image, and how many images have another score. */
  largest: z.number().nullable(), unequal: z.int(),
  /** Images on the other side of the threshold now, and images that another class is nearest to. */
  reflagged: z.int(), renearest: z.int(),
  /** The AUROC as it was recorded and as it is now; null where nothing is held out. */
  auroc: z.object({ recorded: z.number().nullable(), replayed: z.number().nullable() }),
})

/** The result of the job of `verify`. */
export const Verified = z.object({
  project: z.string(), ensemble: z.string(), lacuna: z.string(), created: z.string(), entries: z.int(),
  packedOn: Environment, verifiedOn: Environment, sameMachine: z.boolean(), tolerance: z.number(),
  originals: z.array(ComparedOriginals).nullable(), scores: z.array(ReplayedScore),
  /** `agrees`: within the tolerance, on another machine. */
  verdict: z.enum(['identical', 'agrees', 'differs']),
})

/** A result as one file that can be checked and opened elsewhere: provenance. */
export const bundles = {
  /**
   * Writes a score, or all of its ensemble, with all that they rest on into a `.lacuna` file that is not there yet;
   * without pixels it is smaller, and needs the originals to be verified or opened. The job's result is { file, bytes }.
   */
  make: base.input(z.object({
    scoreId: z.int(), file: z.string().trim().min(1), withPixels: z.boolean().default(true),
    allScores: z.boolean().default(false),
  })).output(Begun),
  /** Scores anew from weights and pixels and compares; nothing of it is kept. The job's result is `Verified`. */
  verify: base.input(Opened).output(Begun),
  /**
   * Makes a project out of a bundle or a backup, unless one was made of the same content and is still there. The job's
   * result is { projectId, again }.
   */
  open: base.input(Opened).output(Begun),
}

export type Environment = z.infer<typeof Environment>
export type BundleFacts = z.infer<typeof BundleFacts>
export type ComparedOriginals = z.infer<typeof ComparedOriginals>
export type Replay = z.infer<typeof Replay>
export type ReplayedScore = z.infer<typeof ReplayedScore>
export type Verified = z.infer<typeof Verified>
