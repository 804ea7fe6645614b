import type { Colours } from '../useColours.ts'
import type { Mark } from '../classMarks.ts'
import type { Outline } from './outlines.ts'
import type { PointEmphasis, PointPaint } from './pointBuffers.ts'

/** A name that stands at a place of the picture. */
export interface PlacedName { text: string; at: number[]; colour: string }

/** What a coordinate of the picture means. Of a logarithmic one, the picture has the decimal logarithm. */
export interface Axis { title: string; log: boolean }

/** Groups that stand below each other, the first at height 0, the next at -1. */
export interface Rows { names: { text: string; mark: Mark }[] }

export interface Axes { x: Axis; y: Axis | Rows }

/**
 * What a picture of latent space shows: Float32 points x 3, how they look, and what is written and drawn
 * beside them.
 */
export interface LatentCloud {
  points: Float32Array
  dimension: 2 | 3
  /** Where they are there, the two directions have scales of their own. */
  axes: Axes | null
  paint: PointPaint
  emphasis: PointEmphasis
  outlines: Outline[]
  names: PlacedName[]
  /** The index of the point that has a ring around it. */
  focus: number | null
  /** A polygon that was drawn over this picture, and from where the camera saw it then. */
  lasso: { polygon: [number, number][]; camera: number[] | null } | null
  colours: Colours
}
