import { z } from 'zod'
import { Metrics } from './scores.ts'
import { ModelKind, ModelSettings, ObjectiveSettings, TrainingSettings } from './settings.ts'

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/i, 'a name has letters, digits and hyphens only')

/** Which images are the anomalies, case by case. */
export const StudyProtocol = z.discriminatedUnion('kind', [
  /** Each class (or each of those named) is held out in turn. */
  z.object({ kind: z.literal('each-class'), classes: z.array(z.string()).min(1).optional() }),
  /** Several classes are held out at once: the groups named, or `draws` random groups of `size` classes. */
  z.object({ kind: z.literal('groups'), groups: z.array(z.array(z.string()).min(1)).min(1) }),
  z.object({ kind: z.literal('random-groups'), size: z.int().min(1), draws: z.int().min(1), seed: z.int().min(0).default(1) }),
  /** All classes are known; the test images of another set are the anomalies. */
  z.object({ kind: z.literal('foreign'), set: Name }),
  /** All classes are known; the set's own test images, spoilt, are the anomalies. */
  z.object({
    kind: z.literal('corruptions'), corruptions: z.array(z.enum(['noise', 'blur', 'occlusion', 'rotation'])).min(1),
    severities: z.array(z.int().min(1).max(5)).min(1).default([3]),
  }),
  /** All classes are known; half-and-half blends of test images of two classes are the anomalies. */
  z.object({ kind: z.literal('blends'), share: z.number().gt(0).lt(1).default(0.5) }),
])

/** One thing that is compared: an ensemble of some settings, and the detectors that read it. */
export const StudyArm = z.object({
  name: Name,
  preset: z.enum(['recommended', 'paper', 'as-coded']).default('recommended'),
  model: ModelSettings.partial().extend({ kind: ModelKind.default('cl-vae') }).default({ kind: 'cl-vae' }),
  objective: ObjectiveSettings.partial().default({}),
  training: TrainingSettings.partial().default({}),
  order: z.enum(['random', 'fixed']).default('random'),
  members: z.int().min(1).max(200).default(5),
  detectors: z.array(z.string()).min(1),
  /** Sizes of sub-ensembles, drawn from the members, whose AUROC is measured as well. */
  sizes: z.array(z.int().min(1)).default([]),
})

/** What is varied, one value at a time, in the arms named. */
export const StudyVariation = z.object({
  arms: z.array(Name).min(1),
  setting: z.enum(['latent', 'dense', 'radius', 'alpha', 'classWeight', 'objective', 'means', 'order', 'members', 'epochs', 'learningRate']),
  values: z.array(z.union([z.number(), z.string()])).min(1),
})

/** A study as its file says it: which question, on which images, by what, and with which seeds. */
export const StudySpec = z.object({
  name: Name,
  question: z.string().min(1),
  /** Image sets by name, with where they lie unless they were imported before. */
  sets: z.array(z.object({ name: Name, source: z.string().optional(), architecture: ModelSettings.shape.architecture.optional() })).min(1),
  protocol: StudyProtocol,
  /** `all`: all test images. `paper`: all images of the held-out class, and the first as many known test images. */
  images: z.enum(['all', 'paper']).default('all'),
  arms: z.array(StudyArm).min(1),
  vary: z.array(StudyVariation).default([]),
  seeds: z.array(z.int().min(0)).min(1).default([1]),
  /** The comparison that the study is for, named before it runs: `arm/detector` against others. All else is exploratory. */
  primary: z.object({ method: z.string(), rivals: z.array(z.string()).min(1) }).optional(),
})

/** What one sub-ensemble size gave: the mean AUROC over the draws, and its standard deviation. */
export const SizeResult = z.object({
  detector: z.string(), size: z.int(), draws: z.int(), auroc: z.number(), deviation: z.number(),
})

/** What one cell gave: one arm, with what was varied, on one case of one set with one seed. */
export const CellResult = z.object({
  /** Hash of everything that decides the result, and nothing of the machine: the cell is known by it anywhere. */
  key: z.string(),
  set: z.string(),
  /** The held-out class or classes, the foreign set, or the corruption. */
  case: z.string(),
  seed: z.int(),
  arm: z.string(),
  varied: z.record(z.string(), z.union([z.number(), z.string()])),
  state: z.enum(['done', 'failed']),
  /** Why it failed. */
  reason: z.string().nullable(),
  members: z.int(),
  /** Summed over the members, as if they were trained one after the other; null where a record lacks it. */
  trainingSeconds: z.number().nullable(),
  threads: z.int().nullable(),
  scoringSeconds: z.number().nullable(),
  /** Of one member. */
  parameters: z.int().nullable(),
  /** Largest resident memory of a worker, MB. */
  memory: z.number().nullable(),
  scores: z.array(z.object({ detector: z.string(), metrics: Metrics })),
  sizes: z.array(SizeResult),
  device: z.string(), version: z.string(), ended: z.string(),
})

export type StudyProtocol = z.infer<typeof StudyProtocol>
export type StudyArm = z.infer<typeof StudyArm>
export type StudyVariation = z.infer<typeof StudyVariation>
export type StudySpec = z.infer<typeof StudySpec>
export type CellResult = z.infer<typeof CellResult>
export type SizeResult = z.infer<typeof SizeResult>
