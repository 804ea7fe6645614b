import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { Metrics } from './scores.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })

/** Two to four scores: each is of an ensemble, by a detector, of an image set. */
const Scores = z.array(z.int()).min(2, 'two scores at least').max(4, 'four scores at most')
  .refine((ids) => new Set(ids).size === ids.length, 'each score once')

/** One column of a comparison, measured on the common images alone. */
export const ComparedColumn = z.object({
  scoreId: z.int(), ensembleId: z.int(), ensemble: z.string(), imageSetId: z.int(), imageSet: z.string(), detector: z.string(),
  metrics: Metrics.nullable(), threshold: z.number(), flagged: z.int(),
})

/** Common images by what two columns' thresholds say of them. */
const Quadrants = z.object({ both: z.int(), first: z.int(), second: z.int(), neither: z.int() })

/** An AUROC difference, the first less the second, by DeLong's paired test; `adjusted` is Holm's p. */
const Difference = z.object({
  estimate: z.number(), interval: z.tuple([z.number(), z.number()]), p: z.number(), adjusted: z.number(),
})

/** Two columns, by their indices. `difference` is null where too few images count. */
export const ComparedPair = z.object({
  first: z.int(), second: z.int(), difference: Difference.nullable(),
  /** The held-out classes that both were measured on, each against all normal images. */
  classes: z.array(Difference.extend({ name: z.string(), images: z.int() })),
  /** Spearman's correlation of the scores of all common images; null where one does not vary. */
  correlation: z.number().nullable(),
  /** Of the normal and of the anomalous images that count. */
  quadrants: z.object({ normals: Quadrants, anomalies: Quadrants }),
  sentence: z.string(),
})

/** Something that is not the same for all columns, a value a column. */
export const Unlike = z.object({ what: z.string(), values: z.array(z.string()) })

export const Comparison = z.object({
  columns: z.array(ComparedColumn), pairs: z.array(ComparedPair), unlike: z.array(Unlike),
  /** How many images all columns have; of these the ones that count in the figures. */
  images: z.int(), normals: z.int(), anomalies: z.int(),
  /** What a reader must know of which images count. */
  notes: z.array(z.string()),
  /** True where all columns are of one set: a common image has one position in all of them. */
  sameSet: z.boolean(),
})

/** A comparison that a person has named. */
export const SavedComparison = z.object({
  id: z.int(), projectId: z.int(), name: z.string(), created: z.string(), scoreIds: z.array(z.int()),
})

const Name = z.string().trim().min(1).max(200)

export const comparisons = {
  /** Compares scores on the images that they have in common, by content. */
  compute: base.input(z.object({ scoreIds: Scores })).output(Comparison),
  list: base.input(z.object({ projectId: z.int() })).output(z.array(SavedComparison)),
  show: base.input(ById).output(SavedComparison),
  save: base.input(z.object({ projectId: z.int(), name: Name, scoreIds: Scores })).output(SavedComparison),
  rename: base.input(ById.extend({ name: Name })).output(SavedComparison),
  remove: base.input(ById).output(z.object({ removed: z.boolean() })),
}

export type Comparison = z.infer<typeof Comparison>
export type ComparedColumn = z.infer<typeof ComparedColumn>
export type ComparedPair = z.infer<typeof ComparedPair>
export type Unlike = z.infer<typeof Unlike>
export type SavedComparison = z.infer<typeof SavedComparison>
