import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { Split } from './imageSets.ts'
import { ReportOptions } from './reports.ts'
import { ComputeDevice, ModelKind } from './settings.ts'
import { VerdictKind } from './verdicts.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })

export const DetectorDescription = z.object({
  id: z.string(), name: z.string(), sentence: z.string(), formula: z.string(), source: z.string(),
  notes: z.string().optional(),
  reads: z.enum(['latent', 'reconstruction', 'features', 'pixels']), models: z.array(ModelKind), fewestClasses: z.int(),
  /** 1 where it is left out. */
  fewestMembers: z.int().optional(),
  /** Reads what an encoder from elsewhere says of the images: one must be named. */
  needsEncoder: z.boolean().optional(),
})

/**
 * Metrics over the test images: known classes against held-out ones, the anomaly being the positive class. The
 * interval is DeLong's, 95 %; null for fewer than two images of a kind.
 */
export const Metrics = z.object({
  normals: z.int(), anomalies: z.int(), auroc: z.number(), aurocInterval: z.tuple([z.number(), z.number()]),
  auprOut: z.number(), auprIn: z.number(), fpr95: z.number(), f1Max: z.number(),
})

export const Threshold = z.object({ name: z.string(), value: z.number(), rule: z.string() })

/** The scores of one image set by one detector of one ensemble. */
export const Score = z.object({
  id: z.int(), ensembleId: z.int(), imageSetId: z.int(), detector: z.string(), created: z.string(),
  members: z.int(), images: z.int(), threshold: Threshold, flagged: z.int(), metrics: Metrics.nullable(),
  warnings: z.array(z.string()),
  /** Test images that are (nearly) the same as a training or validation image do not count in the metrics. */
  withoutLeaks: z.boolean().optional(),
})

export const RankedImage = z.object({
  rank: z.int(), position: z.int(), path: z.string(), label: z.string().nullable(), split: Split,
  role: z.enum(['known', 'held-out', 'left out', 'unlabelled']), score: z.number(), flagged: z.boolean(),
  nearest: z.string().nullable(),
  /** What a person said of it last. */
  verdict: VerdictKind.nullable(),
})

/**
 * Metrics in which what a person judged replaces the label: an anomaly is one, a normal image is none, a mislabelled
 * one counts as its right class does in the ensemble, and what is unsure, or mislabelled without a right class, does
 * not count. Only test images count, as ever. Without a label and without a verdict an image counts as nothing.
 */
export const JudgedMetrics = z.object({
  metrics: Metrics.nullable(),
  /** As the labels alone have it. */
  byLabel: Metrics.nullable(),
  /** The judged test images, by verdict. */
  verdicts: z.record(VerdictKind, z.int()),
  /** Test images that count as the opposite of their label. */
  replaced: z.int(),
  /** Test images that count by their verdict only: their label says nothing. */
  added: z.int(),
  /** Test images that no longer count, though their label would. */
  leftOut: z.int(),
  /** Judged training and validation images: these never count. */
  untested: z.int(),
})

/** Scores that were computed elsewhere, for one set: a CSV file with the columns path and score. */
export const ScoreImport = z.object({
  ensembleId: z.int(), imageSetId: z.int().optional(), file: z.string().min(1),
  name: z.string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+-]{0,59}$/u, 'a name has up to 60 letters, digits, blanks, dots and hyphens'),
  /** Take scores of some of the images. */
  partial: z.boolean().default(false),
})

export const scores = {
  /**
   * Scores a set (the ensemble's own when none is named) with each detector; a set once scored is not scored again.
   * `encoder` is the name of that whose features are read by the detectors that need one and name none themselves
   * (`encoder-knn@resnet18`); the scores are stored under the name with both.
   */
  compute: base.input(z.object({
    ensembleId: z.int(), imageSetId: z.int().optional(), detectors: z.array(z.string()).min(1), encoder: z.string().optional(),
    withoutLeaks: z.boolean().optional(),
    /** What encodes images that no member has seen yet; the one that the members were trained on, where none is named. */
    device: ComputeDevice.optional(),
  }))
    .output(z.object({ jobId: z.int() })),
  list: base.input(z.object({ ensembleId: z.int() })).output(z.array(Score)),
  show: base.input(ById).output(Score),
  ranking: base.input(ById.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(200) }))
    .output(z.array(RankedImage)),
  /** The metrics of a score as they are with what was judged. */
  judged: base.input(ById).output(JudgedMetrics),
  /**
   * Takes in scores from elsewhere as those of the detector `imported:NAME`, instead of any of that name before. Every
   * image needs a score; with `partial` an image without one gets the lowest, and counts in no figure.
   */
  import: base.input(ScoreImport).output(z.object({ jobId: z.int() })),
  /**
   * Writes a report into a folder: index.html, report.pdf, ranking.csv, summary.json and the folder tables, as far as
   * its formats are wanted. The job's result is { files, notes }: absolute paths, and what a reader must know.
   */
  report: base.input(ById.extend({ directory: z.string().min(1), ...ReportOptions.shape }))
    .output(z.object({ jobId: z.int() })),
}

export const detectors = { list: base.output(z.array(DetectorDescription)) }

export type DetectorDescription = z.infer<typeof DetectorDescription>
export type Metrics = z.infer<typeof Metrics>
export type Threshold = z.infer<typeof Threshold>
export type Score = z.infer<typeof Score>
export type RankedImage = z.infer<typeof RankedImage>
export type JudgedMetrics = z.infer<typeof JudgedMetrics>
export type ScoreImport = z.infer<typeof ScoreImport>
