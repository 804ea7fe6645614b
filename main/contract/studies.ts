import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { Metrics } from './scores.ts'
import { ComputeDevice, ModelKind, ModelSettings, ObjectiveSettings, TrainingSettings } from './settings.ts'
import { VariedSetting } from './studySettings.ts'
import { StudyTables } from './studyTables.ts'

const base = oc.errors(failures)
const Name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/i, 'a name has letters, digits and hyphens only')

/** Which images are the anomalies, case by case. */
export const StudyProtocol = z.discriminatedUnion('kind', [
  /** Each class (or each of those named) is held out in turn. */
  z.strictObject({ kind: z.literal('each-class'), classes: z.array(z.string()).min(1).optional() }),
  /** Several classes are held out at once: the groups named, or `draws` random groups of `size` classes. */
  z.strictObject({ kind: z.literal('groups'), groups: z.array(z.array(z.string()).min(1)).min(1) }),
  z.strictObject({
    kind: z.literal('random-groups'), size: z.int().min(1), draws: z.int().min(1), seed: z.int().min(0).default(1),
  }),
  /** All classes are known; the test images of another of the sets are the anomalies. */
  z.strictObject({ kind: z.literal('foreign'), set: Name }),
  /** All classes are known; the set's own test images, spoilt, are the anomalies. */
  z.strictObject({
    kind: z.literal('corruptions'), corruptions: z.array(z.enum(['noise', 'blur', 'occlusion', 'rotation'])).min(1),
    severities: z.array(z.int().min(1).max(5)).min(1).default([3]),
  }),
  /** All classes are known; half-and-half blends of test images of two classes are the anomalies. */
  z.strictObject({ kind: z.literal('blends'), share: z.number().gt(0).lt(1).default(0.5) }),
])

/** One thing that is compared: an ensemble of some settings, and the detectors that read it. */
export const StudyArm = z.strictObject({
  name: Name,
  preset: z.enum(['recommended', 'paper', 'as-coded']).default('recommended'),
  model: ModelSettings.partial().extend({ kind: ModelKind.default('cl-vae') }).strict().default({ kind: 'cl-vae' }),
  objective: ObjectiveSettings.partial().strict().default({}),
  training: TrainingSettings.partial().strict().default({}),
  order: z.enum(['random', 'fixed']).default('random'),
  /** 0: nothing is trained, for detectors that read pixels alone. */
  members: z.int().min(0).max(200).default(5),
  detectors: z.array(z.string()).min(1),
  /** Sizes of sub-ensembles, drawn from the members, whose AUROC is measured as well. */
  sizes: z.array(z.int().min(1)).default([]),
})

/** What is varied, one value at a time, in the arms named. */
export const StudyVariation = z.strictObject({
  arms: z.array(Name).min(1),
  setting: VariedSetting,
  values: z.array(z.union([z.number(), z.string()])).min(1),
})

/** A study as its file says it: which question, on which images, by what, and with which seeds. */
export const StudySpec = z.strictObject({
  name: Name,
  question: z.string().min(1),
  /** Image sets by name, with where they lie unless they were imported before. */
  sets: z.array(z.strictObject({
    name: Name, source: z.string().optional(), architecture: ModelSettings.shape.architecture.optional(),
  })).min(1),
  protocol: StudyProtocol,
  /** `all`: all test images. `paper`: all images of the held-out class, and the first as many known test images. */
  images: z.enum(['all', 'paper']).default('all'),
  arms: z.array(StudyArm).min(1),
  vary: z.array(StudyVariation).default([]),
  seeds: z.array(z.int().min(0)).min(1).default([1]),
  /** The comparison that the study is for, named before it runs, as `arm/detector`. All else is exploratory. */
  primary: z.strictObject({ method: z.string(), rivals: z.array(z.string()).min(1) }).optional(),
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
  /** `seconds`: what the detector alone took, fitted and applied. */
  scores: z.array(z.object({ detector: z.string(), metrics: Metrics, seconds: z.number().optional() })),
  sizes: z.array(SizeResult),
  device: z.string(), version: z.string(), ended: z.string(),
})

/** What a study costs before it runs: training alone, as measured steps have it; scoring comes on top. */
export const StudyCost = z.object({
  cells: z.int(), done: z.int(),
  /** Members that no cell and no ensemble has trained yet. */
  members: z.int(),
  /** An upper bound where `early` says that training may stop before its last epoch. */
  hours: z.number(), early: z.boolean(),
  arms: z.array(z.object({
    arm: z.string(), varied: CellResult.shape.varied, members: z.int(), steps: z.int(),
    millisecondsPerStep: z.number(), measured: z.enum(['before', 'now']), hours: z.number(),
  })),
})

/** A study that was started once. `cells` is null where an image set of it is gone. */
export const Study = z.object({
  id: z.int(), projectId: z.int(), name: z.string(), question: z.string(), created: z.string(),
  cells: z.int().nullable(), done: z.int(), failed: z.int(),
  /** When the latest of its cells ended; null where none did. */
  lastEnded: z.string().nullable(),
  /** The job that runs it, where one waits, runs or rests. */
  jobId: z.int().nullable(),
})

/** A study that comes with Lacuna, as its file has it. */
export const BuiltInStudy = z.object({ name: z.string(), question: z.string(), text: z.string() })

export const studies = {
  builtIn: base.output(z.array(BuiltInStudy)),
  /** Reads a study's file; `file` is what it is called in a sentence about its faults. */
  check: base.input(z.object({ text: z.string(), file: z.string().default('The study') })).output(StudySpec),
  /** Reads the study's file at an absolute path of this machine; the sources of its sets come back as whole paths. */
  open: base.input(z.object({ path: z.string() })).output(z.object({ text: z.string(), spec: StudySpec })),
  list: base.output(z.array(Study)),
  /** `cases`: the cases of each set, in their order, whether they have results or not. */
  show: base.input(z.object({ name: z.string() })).output(Study.extend({
    spec: StudySpec, cases: z.record(z.string(), z.array(z.string())),
  })),
  /** What is measured by a probe takes some seconds. */
  cost: base.input(z.object({ spec: StudySpec, device: ComputeDevice.optional() })).output(StudyCost),
  /**
   * Runs the cells that have no result yet, at most `limit` of them. `results` is an absolute folder whose cells.json
   * is read first and written after each cell. A study that runs already is joined. `device` trains the cells that are not
   * begun; what a cell ran on stands in its result, but does not make it another cell. The job's result is
   * { studyId, done, failed, missing }.
   */
  start: base.input(z.object({
    spec: StudySpec, limit: z.int().min(1).optional(), results: z.string().optional(), device: ComputeDevice.optional(),
  })).output(z.object({ id: z.int(), jobId: z.int() })),
  /** The results that there are, in the order of the study's cells. */
  cells: base.input(z.object({ name: z.string() })).output(z.array(CellResult)),
  /** Every table of the results that there are; computed by a worker, and kept until a cell changes. */
  tables: base.input(z.object({ name: z.string() })).output(StudyTables),
  /** Writes the tables as CSV, LaTeX, JSON, HTML and Markdown into an absolute folder, and says which files those are. */
  export: base.input(z.object({ name: z.string(), directory: z.string().min(1) }))
    .output(z.object({ files: z.array(z.string()) })),
  /** Removes a study and the members of its cells. What the cells gave stays known: run again, it is found. */
  remove: base.input(z.object({ name: z.string() })).output(z.object({ freedBytes: z.int() })),
}

export type StudyProtocol = z.infer<typeof StudyProtocol>
export type StudyArm = z.infer<typeof StudyArm>
export type StudyVariation = z.infer<typeof StudyVariation>
export type StudySpec = z.infer<typeof StudySpec>
export type CellResult = z.infer<typeof CellResult>
export type SizeResult = z.infer<typeof SizeResult>
export type StudyCost = z.infer<typeof StudyCost>
export type Study = z.infer<typeof Study>
export type BuiltInStudy = z.infer<typeof BuiltInStudy>
