import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { EnsembleSettings } from './settings.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })

/** One point of a member's curves: means over the epoch's images. A classifier has neither reconstruction nor divergence. */
export const CurvePoint = z.object({
  epoch: z.int(), step: z.int(), loss: z.number(), reconstruction: z.number().nullable(),
  divergence: z.number().nullable(),
  validationLoss: z.number().nullable(), learningRate: z.number(), seconds: z.number(),
})

/** How a trained member looks, in figures and in words (the ways to fail of the paper). */
export const Health = z.object({
  accuracy: z.number().nullable(), divergence: z.number().nullable(), activeDimensions: z.int().nullable(),
  smallestAngle: z.number().nullable(), healthy: z.boolean(), sentences: z.array(z.string()),
})

export const Member = z.object({
  index: z.int(), key: z.string(),
  state: z.enum(['waiting', 'running', 'paused', 'done', 'failed', 'cancelled']),
  reason: z.string().nullable(), reused: z.boolean(), threads: z.int(), parameters: z.int().nullable(),
  seconds: z.number().nullable(), curve: z.array(CurvePoint), health: Health.nullable(), device: z.string().nullable(),
})

export const Ensemble = z.object({
  id: z.int(), projectId: z.int(), imageSetId: z.int(), name: z.string(), created: z.string(),
  settings: EnsembleSettings, known: z.array(z.string()), heldOut: z.array(z.string()), members: z.array(Member),
})

/**
 * A trained member's latent space: its dimension d, the sphere's radius, and by known class (in the ensemble's order) the
 * prior means, classes x d, and the Gaussians of the training images' posterior means. Matrices are row by row, `choleskys`
 * the lower triangles L with L L' = covariance. No Gaussians where they would be more than `mostGaussianNumbers`.
 */
export const Latent = z.object({
  dimension: z.int(), radius: z.number(), priorMeans: z.array(z.array(z.number())),
  gaussians: z.object({
    means: z.array(z.array(z.number())), covariances: z.array(z.array(z.number())), choleskys: z.array(z.array(z.number())),
  }).nullable(),
})

/** Ten classes in 100 dimensions, or a thousand in ten: more would keep the engine from answering others meanwhile. */
export const mostGaussianNumbers = 200_000

export const ensembles = {
  create: base.input(z.object({ imageSetId: z.int(), name: z.string().optional(), settings: EnsembleSettings }))
    .output(Ensemble),
  /** Trains the members that are not done yet; those trained before are found by their key. */
  train: base.input(ById).output(z.object({ jobId: z.int() })),
  list: base.input(z.object({ project: z.string().optional() })).output(z.array(Ensemble)),
  show: base.input(ById).output(Ensemble),
  latent: base.input(ById.extend({ member: z.int().min(0) })).output(Latent),
  remove: base.input(ById).output(z.object({ freedBytes: z.int() })),
}

export type Ensemble = z.infer<typeof Ensemble>
export type Member = z.infer<typeof Member>
export type CurvePoint = z.infer<typeof CurvePoint>
export type Latent = z.infer<typeof Latent>
export type Health = z.infer<typeof Health>
