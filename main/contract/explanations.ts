import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const OfEnsemble = z.object({ ensembleId: z.int() })
const Place = z.tuple([z.number(), z.number()])

/** What one member says of an image. */
export const MemberOpinion = z.object({
  /** Of the member in its ensemble. */
  index: z.int(),
  /** To each class, in the order of the explanation's. */
  distances: z.array(z.number()),
  /** The class of the least distance. */
  nearest: z.int(),
  /** The distance to their nearest class that a share of the known validation images, `unlikeRate`, exceed. */
  threshold: z.number(),
  /** Whether the nearest class is farther than that. */
  unlike: z.boolean(),
  /** ||m|| / r: 0 at the empty centre of the sphere, 1 on it; null for a classifier. */
  centre: z.number().nullable(),
  /** min_k ||m - mu_k||: to the nearest of the places where classes were put; null for a classifier. */
  prior: z.number().nullable(),
  /** Where the image lies in the member's map (`LatentMap`); null for a classifier. */
  place: Place.nullable(),
})

/** Training images that are most like an image to all members together, the nearest first. */
export const Neighbours = z.object({
  /** The set that the ensemble was trained on, in which positions count. */
  imageSetId: z.int(),
  /**
   * What is compared: the directions of the encoders' features, || f/||f|| - g/||g|| ||, or, where those are not stored,
   * the posterior means, ||m - n||. A distance is the mean over the members.
   */
  by: z.enum(['features', 'latent']),
  /** How many training images were compared, and how many there are. */
  among: z.int(), of: z.int(),
  images: z.array(z.object({ position: z.int(), label: z.string(), distance: z.number() })),
})

/**
 * Why an image scores as it does. A member with a latent space measures in sigma: the square root of the squared
 * Mahalanobis distance of its posterior mean to the Gaussian of a class's training images. A classifier measures in
 * surprise: -ln of the probability of the class.
 */
export const Explanation = z.object({
  position: z.int(), measure: z.enum(['sigma', 'surprise']),
  /** The share of known validation images that each member takes for unlike any class: that which scores' thresholds flag. */
  unlikeRate: z.number(),
  /** What is measured to: the known classes; a single one, 'the known images', for members that know no classes. */
  classes: z.array(z.string()),
  /** The nearest class by the members' merged confidence, as the rankings have it. */
  nearest: z.int(),
  members: z.array(MemberOpinion),
  neighbours: Neighbours,
})

/**
 * A member's latent space in two dimensions: as it is where it has two, else seen along the two directions in which the
 * training images vary most (principal components of their Gaussians).
 */
export const LatentMap = z.object({
  index: z.int(), dimension: z.int(),
  /** The share of the variance along each direction. */
  shares: Place,
  /** The sphere's centre; its radius, and where classes were put on it. */
  centre: Place, radius: z.number(), priors: z.array(Place),
  /** Each class's Gaussian, covariances row by row. */
  classes: z.array(z.object({ mean: Place, covariance: z.tuple([z.number(), z.number(), z.number(), z.number()]) })),
})

/** The difference between a pixel and its reconstruction, in [0, 1], that is drawn as the largest for all images. */
export const DifferenceScale = z.object({
  largest: z.number(),
  /** The share of the pixels of so many known validation images, as all members draw them, that differ by less. */
  quantile: z.number(), images: z.int(),
})

export const explanations = {
  /** Of an image of the set that the ensemble was trained on, or of another that it has scored. */
  show: base.input(OfEnsemble.extend({ imageSetId: z.int().optional(), position: z.int().min(0) })).output(Explanation),
  /** Of the members that have a latent space; none for classifiers. */
  maps: base.input(OfEnsemble).output(z.array(LatentMap)),
  differences: base.input(OfEnsemble).output(DifferenceScale),
}

export type MemberOpinion = z.infer<typeof MemberOpinion>
export type Neighbours = z.infer<typeof Neighbours>
export type Explanation = z.infer<typeof Explanation>
export type LatentMap = z.infer<typeof LatentMap>
export type DifferenceScale = z.infer<typeof DifferenceScale>
