import { z } from 'zod'
import { Varied, VariedSetting } from './studySettings.ts'

const Place = z.object({ set: z.string(), case: z.string() })

/** A figure with its 95 % interval; null wherever there is too little for one. */
const Interval = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() }).nullable()

/** How many cells a figure is over, and how many there should be. */
const Cells = z.object({ cells: z.int(), of: z.int() })

/**
 * One method's AUROCs by what was held out, in the order of the matrix's places. Mean and worst are over the cells that
 * are there, `commonMean` over those that all methods have; all are null where none is there. `best`: above each other
 * method by the paired test after Holm.
 */
export const MatrixLine = Cells.extend({
  method: z.string(), complete: z.boolean(), best: z.boolean(),
  entries: z.array(z.object({ auroc: z.number().nullable(), seeds: z.int(), best: z.boolean() })),
  mean: z.number().nullable(), interval: Interval, worst: Place.extend({ auroc: z.number() }).nullable(),
  commonMean: z.number().nullable(),
})

export const Matrix = z.object({
  sets: z.array(z.string()), places: z.array(Place), seeds: z.array(z.int()), commonCells: z.int(),
  lines: z.array(MatrixLine),
})

/** The primary method less another one, on the cells that both have. */
export const Comparison = Cells.extend({
  method: z.string(), rival: z.string(), sets: z.array(z.string()), cases: z.int(), difference: Interval,
})

/** Named before the study ran. `p` and Holm's `adjusted` are null where there is too little to test. */
export const PrimaryComparison = Comparison.extend({
  p: z.number().nullable(), adjusted: z.number().nullable(), verdict: z.enum(['better', 'worse', 'not told']),
})

/** By how much the best of all methods is above the primary one, case by case. */
export const CaseRegret = Place.extend({ regret: z.number().nullable(), best: z.string().nullable() })

export const Regret = z.object({
  method: z.string(), sets: z.array(z.string()), cases: z.array(CaseRegret), known: z.int(),
  mean: z.number().nullable(), worst: CaseRegret.nullable(),
})

/** A method's mean AUROC by the value of one setting; `own`: the arm's own value. */
export const AblationCurve = z.object({
  setting: VariedSetting, set: z.string(), arm: z.string(), method: z.string(),
  points: z.array(Cells.extend({
    value: z.union([z.number(), z.string()]), own: z.boolean(), mean: z.number().nullable(), interval: Interval,
  })),
})

/** A method's mean AUROC by the number of members; `spread`: standard deviation over the draws within a cell. */
export const SizeCurve = z.object({
  set: z.string(), arm: z.string(), order: z.enum(['random', 'fixed']), detector: z.string(),
  points: z.array(Cells.extend({ size: z.int(), mean: z.number(), interval: Interval, spread: z.number() })),
})

/** What an arm costs beside what it gives. Seconds are of an ensemble, `memory` in MB, `parameters` of one member. */
export const Overhead = Cells.extend({
  set: z.string(), arm: z.string(), detector: z.string(), mean: z.number().nullable(),
  trainingSeconds: z.number().nullable(), timed: z.int(), scoringSeconds: z.number().nullable(),
  members: z.array(z.int()), threads: z.array(z.int()), parameters: z.array(z.int()), memory: z.number().nullable(),
  devices: z.array(z.string()),
})

/** A cell that the tables are without, or that lacks the scores of the detectors in `reason`. */
export const MissingCell = Place.extend({
  seed: z.int(), arm: z.string(), varied: Varied, state: z.enum(['failed', 'not run', 'not scored']),
  reason: z.string().nullable(),
})

/** All that a study's cells say. `claims`: one sentence for each primary comparison. */
export const StudyTables = z.object({
  completeness: z.object({ done: z.int(), of: z.int(), missing: z.array(MissingCell) }),
  claims: z.array(z.string()),
  comparisons: z.object({ primary: z.array(PrimaryComparison), exploratory: z.array(Comparison) }),
  /** Of each set; `together` of all of them, where there are several. */
  matrices: z.array(Matrix), together: Matrix.nullable(),
  regrets: z.array(Regret), ablation: z.array(AblationCurve), sizes: z.array(SizeCurve),
  overheads: z.array(Overhead),
  provenance: z.object({
    versions: z.array(z.string()), devices: z.array(z.string()), ended: z.tuple([z.string(), z.string()]).nullable(),
    resamples: z.int(), confidence: z.number(),
  }),
})

export type MatrixLine = z.infer<typeof MatrixLine>
export type Matrix = z.infer<typeof Matrix>
export type Comparison = z.infer<typeof Comparison>
export type PrimaryComparison = z.infer<typeof PrimaryComparison>
export type Regret = z.infer<typeof Regret>
export type AblationCurve = z.infer<typeof AblationCurve>
export type SizeCurve = z.infer<typeof SizeCurve>
export type Overhead = z.infer<typeof Overhead>
export type MissingCell = z.infer<typeof MissingCell>
export type StudyTables = z.infer<typeof StudyTables>
