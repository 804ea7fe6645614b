import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Ensemble } from './ensembles.ts'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const OfEnsemble = z.object({ ensembleId: z.int() })

/**
 * What a project's verdicts change in the images that an ensemble learns from. Labelled test images are never touched:
 * on them the new ensemble is compared with the old one.
 */
export const Relabelling = z.object({
  /** Mislabelled images that get the class that was named. */
  relabelled: z.int(),
  /** Anomalies, and mislabelled images without a right class: they leave training. */
  leaving: z.int(),
  /** Images without a label that were judged normal: they come in, as images of the class they are nearest to. */
  joining: z.int(),
  /** Judged test images: they stay as they are. */
  tests: z.int(),
})

/** An ensemble that was trained again from verdicts: out of which one, when, and what the verdicts changed. */
export const RetrainingRecord = z.object({
  ensembleId: z.int(), beforeId: z.int(), relabelling: Relabelling, created: z.string(),
})

/** `imageSetId` is the new version of the ensemble's image set, with the labels as judged. */
export const Retrained = z.object({ imageSetId: z.int(), ensemble: Ensemble, jobId: z.int(), relabelling: Relabelling })

export const retraining = {
  /** Those that an ensemble came from, and those that came from it, the oldest first. */
  list: base.input(OfEnsemble).output(z.array(RetrainingRecord)),
  plan: base.input(OfEnsemble).output(Relabelling),
  /**
   * Makes a new version of the ensemble's image set with the labels as judged, and trains an ensemble with the same
   * settings on it. The old ensemble stays.
   */
  start: base.input(OfEnsemble.extend({ name: z.string().trim().min(1).max(200).optional() })).output(Retrained),
}

export type Relabelling = z.infer<typeof Relabelling>
export type RetrainingRecord = z.infer<typeof RetrainingRecord>
export type Retrained = z.infer<typeof Retrained>
