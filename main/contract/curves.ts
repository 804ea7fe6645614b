import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

const Estimate = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() })

/** A band around a curve: at each place `at`, between which values the curve lies. */
export const CurveBand = z.object({ at: z.array(z.number()), lower: z.array(z.number()), upper: z.array(z.number()) })

/**
 * How sure the curves of a score are. The bands are pointwise: at each place the curves of so many stratified bootstrap
 * resamples of the test images lie within with the given confidence (percentiles).
 */
export const CurveBands = z.object({
  /** Held-out images flagged at a share of known images flagged. */
  roc: CurveBand,
  /** Precision at a recall. */
  precisionRecall: CurveBand,
  /** DeLong's interval; null for fewer than two images of a kind. */
  auroc: Estimate.nullable(),
  /** Standardised (McClish) up to `partialRate`; the interval is the bootstrap's, as that of AUPR-out. */
  partialAuroc: Estimate, partialRate: z.number(), auprOut: Estimate,
  resamples: z.int(), confidence: z.number(),
})

export const curves = {
  /** Of the test images by label, or with verdicts in the place of labels; null without anomalies or without normals. */
  bands: base.input(z.object({ scoreId: z.int(), judged: z.boolean().default(false) })).output(CurveBands.nullable()),
}

export type CurveBand = z.infer<typeof CurveBand>
export type CurveBands = z.infer<typeof CurveBands>
