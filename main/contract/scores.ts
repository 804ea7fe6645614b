import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { Split } from './imageSets.ts'
import { ModelKind } from './settings.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })

export const DetectorDescription = z.object({
  id: z.string(), name: z.string(), sentence: z.string(), formula: z.string(), source: z.string(),
  reads: z.enum(['latent', 'reconstruction', 'features', 'pixels']), models: z.array(ModelKind), fewestClasses: z.int(),
  /** 1 where it is left out. */
  fewestMembers: z.int().optional(),
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
})

export const scores = {
  /** Scores a set (the ensemble's own when none is named) with each detector; a set once scored is not scored again. */
  compute: base.input(z.object({ ensembleId: z.int(), imageSetId: z.int().optional(), detectors: z.array(z.string()).min(1), withoutLeaks: z.boolean().optional() }))
    .output(z.object({ jobId: z.int() })),
  list: base.input(z.object({ ensembleId: z.int() })).output(z.array(Score)),
  show: base.input(ById).output(Score),
  ranking: base.input(ById.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(200) }))
    .output(z.array(RankedImage)),
  /** Writes ranking.csv, summary.json and index.html into a folder. */
  report: base.input(ById.extend({ directory: z.string().min(1), top: z.int().min(1).max(2000).default(60) }))
    .output(z.object({ jobId: z.int() })),
}

export const detectors = { list: base.output(z.array(DetectorDescription)) }

export type DetectorDescription = z.infer<typeof DetectorDescription>
export type Metrics = z.infer<typeof Metrics>
export type Threshold = z.infer<typeof Threshold>
export type Score = z.infer<typeof Score>
export type RankedImage = z.infer<typeof RankedImage>
