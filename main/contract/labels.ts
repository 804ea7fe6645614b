import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { Split } from './imageSets.ts'

const base = oc.errors(failures)
const OfEnsemble = z.object({ ensembleId: z.int() })

/** What an image is taken for: its label is probably another, or it belongs to no class. */
export const LabelFinding = z.enum(['label issue', 'foreign'])

/**
 * What the members that never saw an image say of its label. `score` is how much more probable the suggested class is than
 * the given one (log-odds, above 0 where it is more probable); `foreign` how little the image is like any class, null where
 * the members cannot tell.
 */
export const JudgedLabel = z.object({
  rank: z.int(), position: z.int(), path: z.string(), split: Split, label: z.string(), suggested: z.string(),
  finding: LabelFinding.nullable(), score: z.number(), foreign: z.number().nullable(),
})

/** The labels of an ensemble's own images as a whole, and the rules by which an image is found. */
export const LabelScores = z.object({
  ensembleId: z.int(), created: z.string(), members: z.int(), images: z.int(), issues: z.int(), strangers: z.int(),
  rules: z.object({ labelIssue: z.string(), foreign: z.string() }),
})

export const labels = {
  /** Judges the labels of an ensemble's own images; the ensemble must have been trained with folds. */
  compute: base.input(OfEnsemble).output(z.object({ jobId: z.int() })),
  show: base.input(OfEnsemble).output(LabelScores),
  /** What is found first, label issues and foreign images in turn, each kind from its highest score; then the rest. */
  list: base.input(OfEnsemble.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(200) }))
    .output(z.array(JudgedLabel)),
}

export type LabelFinding = z.infer<typeof LabelFinding>
export type JudgedLabel = z.infer<typeof JudgedLabel>
export type LabelScores = z.infer<typeof LabelScores>
