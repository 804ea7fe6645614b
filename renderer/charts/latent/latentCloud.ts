import type { Colours } from '../useColours.ts'
import type { Outline } from './outlines.ts'
import type { PointLooks } from './pointCloud.ts'

/** A name that stands at a place of the picture. */
export interface PlacedName { text: string; at: number[]; colour: string }

/**
 * What a picture of latent space shows: Float32 points x 3, how they look, and what is written and drawn
 * beside them.
 */
export interface LatentCloud {
  points: Float32Array
  dimension: 2 | 3
  looks: PointLooks
  outlines: Outline[]
  names: PlacedName[]
  /** The index of the point that has a ring around it. */
  focus: number | null
  colours: Colours
}
