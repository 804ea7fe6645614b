import type { Latent } from '../../main/contract/ensembles.ts'
import type { Axes, PlacedName } from '../charts/latent/latentCloud.ts'
import type { Outline } from '../charts/latent/outlines.ts'
import { classMark } from '../charts/classMarks.ts'
import type { LatentView } from './latentViews.ts'
import type { StripRows } from './stripRows.ts'
import type { UmapPlaces } from './umap.ts'

/** What is drawn of a member's latent space, in the order of the set's images. */
export interface LatentPicture {
  view: LatentView
  dimension: 2 | 3
  /** Float32, images x 3. */
  points: Float32Array
  axes: Axes | null
  names: PlacedName[]
  outlines: Outline[]
  /** How the picture was made, where that is not plain. */
  note: string
}

/** What a picture is made of: the means are Float32, images x d; the places are those of a UMAP. */
export interface PictureParts {
  latent: Latent
  known: string[]
  means: Float32Array
  rows: StripRows
  places: UmapPlaces | null
}

/** The known classes' names in their colours. @param places one each */
export const classNames = (known: string[], places: number[][]): PlacedName[] =>
  places.map((at, i) => ({ text: known[i], at, colour: classMark(i).colour }))

/** A single class and learned centres lie on no sphere worth drawing. */
export function isOnSphere({ priorMeans, radius }: Latent): boolean {
  return (
    priorMeans.length > 1
    && priorMeans.every((mean) => Math.abs(Math.hypot(...mean) - radius) < 1e-2 * radius)
  )
}
