import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })
const OfScore = z.object({ scoreId: z.int() })
const Rate = z.number().min(0).lt(1)

/**
 * How a threshold is chosen. `false positives`: no more than this share of the normal test images is flagged.
 * `quantile`: no more than this share of the normal images that were kept from training (validation) lies above; no
 * anomaly is needed. `f1-max`: where F1 over the test images is largest. `top`: so many test images are flagged at most.
 */
export const ThresholdRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('false positives'), rate: Rate }),
  z.object({ kind: z.literal('quantile'), rate: Rate }),
  z.object({ kind: z.literal('f1-max') }),
  z.object({ kind: z.literal('top'), images: z.int().min(1) }),
  z.object({ kind: z.literal('value'), value: z.number() }),
])

/** `count` of `of`, with Wilson's 95 % interval of the share. */
export const CountedShare = z.object({ count: z.int(), of: z.int(), lower: z.number(), upper: z.number() })

/** A threshold that a rule gives, and what it does to the test images. */
export const ThresholdFigures = z.object({
  rule: ThresholdRule, value: z.number(), sentence: z.string(),
  /** Where the true quantile lies with the probability `coverage`; an end is null where there are too few images to say. */
  interval: z.object({ lower: z.number().nullable(), upper: z.number().nullable(), coverage: z.number() }).nullable(),
  /** True where it was chosen by the labels of the very images that the figures below are of. */
  optimistic: z.boolean(),
  warning: z.string().nullable(),
  /** Test images, whatever they count as. */
  flagged: CountedShare,
  recall: CountedShare.nullable(), falsePositiveRate: CountedShare.nullable(), precision: CountedShare.nullable(),
})

/** A threshold of an ensemble's detector. `chosen` is null for the one that scoring itself made, which stays. */
export const SavedThreshold = z.object({
  id: z.int(), name: z.string(), value: z.number(), rule: z.string(), chosen: ThresholdRule.nullable(),
  created: z.string().nullable(),
  /** The one that flags images: in all sets that the same members scored by the detector, in reports and in lists. */
  inUse: z.boolean(),
})

const Name = z.string().trim().min(1).max(60)

/** Rules that need labels: `judged` puts verdicts in their place. */
const Chosen = OfScore.extend({ rule: ThresholdRule, judged: z.boolean().default(false) })

/**
 * Thresholds belong to a detector and the members that were scored with it, not to an image set: one that is saved
 * with the scores of one set is there for every other. After each change there is the event `changed` of `scores`.
 */
export const thresholds = {
  list: base.input(OfScore).output(z.array(SavedThreshold)),
  /** What a rule gives; nothing is stored. */
  evaluate: base.input(Chosen).output(ThresholdFigures),
  /** With `value`, what the rule gave before is kept as it was. */
  save: base.input(Chosen.extend({ name: Name, value: z.number().optional() })).output(SavedThreshold),
  rename: base.input(ById.extend({ name: Name })).output(SavedThreshold),
  /** Where it was in use, the one that scoring made is used again. */
  remove: base.input(ById).output(SavedThreshold),
  /** Flags by it from now on. */
  use: base.input(ById).output(SavedThreshold),
}

export type ThresholdRule = z.infer<typeof ThresholdRule>
export type CountedShare = z.infer<typeof CountedShare>
export type ThresholdFigures = z.infer<typeof ThresholdFigures>
export type SavedThreshold = z.infer<typeof SavedThreshold>
