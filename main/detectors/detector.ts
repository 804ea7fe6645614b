import type { ClassGaussians } from './gaussians.ts'

/** What a detector is, for people and for programs. */
export interface DetectorDescription {
  id: string
  name: string
  /** What it looks at, in one sentence. */
  sentence: string
  formula: string
  /** Paper and equation, or where it comes from. */
  source: string
  reads: 'latent' | 'reconstruction' | 'pixels'
  /** The fewest known classes it works with. */
  fewestClasses: number
}

/** What one member says of some images, in their order. */
export interface MemberView {
  dimension: number
  radius: number
  /** Prior means by known class, classes x d. */
  priorMeans: number[][]
  /** Each class's Gaussian: mean and full covariance of its training images' posterior means. */
  gaussians: ClassGaussians
  /** Posterior means, images x d. */
  means: Float32Array
  /** Binary cross-entropy of each image's reconstruction; null unless a detector asked for it. */
  reconstruction: Float32Array | null
}

/** Which of the images a detector may learn from, and their known classes by position. */
export interface FitImages {
  train: Uint32Array
  validation: Uint32Array
  classOf: Int32Array
  classes: number
}

/**
 * A rule that turns images into anomaly scores: higher is more anomalous, always. What it learns from the training
 * images is plain data, so that it can be kept and used on other images later.
 */
export interface Detector<Fit = unknown> {
  description: DetectorDescription
  fit(views: MemberView[], images: FitImages): Fit
  /** @returns one score an image, from the views of the same members in the same order as in `fit` */
  score(views: MemberView[], fit: Fit): Float64Array
}

/** Mean over members of one number an image. */
export function meanOverMembers(views: MemberView[], scoreOf: (view: MemberView, member: number) => Float64Array): Float64Array {
  const sum = scoreOf(views[0], 0).slice()
  for (let m = 1; m < views.length; m++) scoreOf(views[m], m).forEach((value, i) => { sum[i] += value })
  return sum.map((value) => value / views.length)
}
