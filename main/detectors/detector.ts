import type { EncodingName, Encodings } from '../models/encodingNames.ts'
import type { ClassGaussians } from './gaussians.ts'

export type ModelKind = 'cl-vae' | 'vae' | 'cnn'

/** What a detector is, for people and for programs. */
export interface DetectorDescription {
  id: string
  name: string
  /** What it looks at, in one sentence. */
  sentence: string
  formula: string
  /** Paper and equation, or where it comes from. */
  source: string
  reads: 'latent' | 'reconstruction' | 'features' | 'pixels'
  /** The kinds of members whose encodings it understands; what reads pixels works beside all of them. */
  models: ModelKind[]
  /** The fewest known classes it works with. */
  fewestClasses: number
  /** The fewest members; 1 where it is left out. */
  fewestMembers?: number
}

/** The latent space of a member that has one. */
export interface LatentSpace {
  dimension: number
  radius: number
  /** Prior means by class, classes x d. */
  priorMeans: number[][]
  /** Each class's Gaussian: mean and full covariance of its training images' posterior means. */
  gaussians: ClassGaussians
}

/** What one member says of some images, in their order. */
export interface MemberView {
  /** Classes that the member tells apart. */
  classes: number
  /** Null for a classifier. */
  latent: LatentSpace | null
  /** Those that the detectors asked for, images x their width, flat. */
  encodings: Encodings
}

/** Images as values in [0, 1]: how many there are, how many values each has, and some of them by position. */
export interface PixelReader {
  count: number
  size: number
  shape: { height: number; width: number; channels: number }
  read(positions: Uint32Array): Float32Array
}

/** All that a detector may look at. */
export interface Evidence { views: MemberView[]; pixels: PixelReader }

/** Which of the images a detector may learn from, and their known classes by position (-1: none of them). */
export interface FitImages {
  train: Uint32Array
  validation: Uint32Array
  classOf: Int32Array
  classes: number
  /** What is random in a fit is derived from it. */
  seed: number
}

/**
 * A rule that turns images into anomaly scores: higher is more anomalous, always. What it learns from the training
 * images is plain data, so that it can be kept as JSON and used on other images later.
 */
export interface Detector<Fit = unknown> {
  description: DetectorDescription
  /** What it wants of each member. */
  encodings: EncodingName[]
  fit(evidence: Evidence, images: FitImages): Fit | Promise<Fit>
  /** @returns one score an image, from the views of the same members in the same order as in `fit` */
  score(evidence: Evidence, fit: Fit): Float64Array | Promise<Float64Array>
}

/** The latent space of a member that must have one. */
export function latentOf({ latent }: MemberView): LatentSpace {
  if (!latent) throw new Error('This member has no latent space.')
  return latent
}

/** An encoding that must be there. */
export function encodingOf({ encodings }: MemberView, name: EncodingName): Float32Array {
  const found = encodings[name]
  if (!found) throw new Error(`The encoding "${name}" is missing.`)
  return found
}

/** Mean over members of one number an image. */
export function meanOverMembers(views: MemberView[], scoreOf: (view: MemberView, member: number) => Float64Array): Float64Array {
  const sum = scoreOf(views[0], 0).slice()
  for (let m = 1; m < views.length; m++) scoreOf(views[m], m).forEach((value, i) => { sum[i] += value })
  return sum.map((value) => value / views.length)
}
