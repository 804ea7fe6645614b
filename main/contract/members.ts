import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const Figure = z.object({ auroc: z.number(), lower: z.number(), upper: z.number() })

/**
 * An ensemble's members compared by one detector, over the test images of its own set. AUROCs have DeLong's 95 % interval,
 * and are null where nothing is held out. `index` is a member's place in the ensemble.
 */
export const MemberComparison = z.object({
  detector: z.string(),
  /** False where the detector reads no members: then there is nothing to compare. */
  readsMembers: z.boolean(),
  normals: z.int(), anomalies: z.int(),
  whole: Figure.nullable(),
  /** Each member alone; without a figure where the detector needs more than one. */
  alone: z.array(z.object({ index: z.int(), figure: Figure.nullable() })),
  /** Sub-ensembles of each size: mean, least and most AUROC, over all of them or over seeded draws. */
  sizes: z.array(z.object({
    size: z.int(), draws: z.int(), all: z.boolean(), mean: z.number(), least: z.number(), most: z.number(),
  })),
  /** The ensemble without each member; `difference` is the whole's AUROC less that. */
  without: z.array(z.object({ index: z.int(), auroc: z.number(), difference: z.number() })),
  /** Spearman's rank correlation of the members' scores, members x members. */
  correlations: z.array(z.array(z.number())),
  /** By role: how far apart two members rank an image on average, as a share of all ranks. */
  disagreement: z.array(z.object({ role: z.enum(['known', 'held-out']), images: z.int(), apart: z.number() })),
})

export const members = {
  /** Takes as long as scoring does where it was not asked before; then it is kept. */
  compare: base.input(z.object({ ensembleId: z.int(), detector: z.string() })).output(MemberComparison),
}

export type MemberComparison = z.infer<typeof MemberComparison>
export type AurocFigure = z.infer<typeof Figure>
