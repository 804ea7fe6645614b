import type { TrainingPreview } from '../../main/contract/trainingPreview.ts'
import { percent } from '../format.ts'
import { t } from '../words/words.ts'
import { onPlane, principalPlane } from './principalComponents.ts'

interface Place { x: number; y: number }

/** What is drawn of a latent space while it forms, in the units of the latent space or of its plane. */
export interface FormingPicture {
  points: (Place & { known: number })[]
  /** The prior means, by known class. */
  centres: Place[]
  /** The sphere's radius where the picture shows it. */
  radius: number | null
  /** All of it lies within so much of the origin. */
  reach: number
  note: string
}

/** A preview's latent space in two dimensions: as it is, or by the first two principal components of its points. */
export function formingPicture({ dimension, means, classes, priorMeans }: TrainingPreview): FormingPicture {
  const plane = dimension > 2 ? principalPlane(means, dimension) : null
  const flat = (rows: Float32Array) => pairs(plane ? onPlane(rows, dimension, plane) : rows, plane ? 3 : 2)
  const [all, middles] = [flat(means), flat(Float32Array.from(priorMeans.flat()))]
  // A plane's origin says nothing: what is drawn stands in the middle.
  const middle = plane ? middleOf([...all, ...middles]) : { x: 0, y: 0 }
  const moved = ({ x, y }: Place): Place => ({ x: x - middle.x, y: y - middle.y })
  const points = all.map((point, i) => ({ ...moved(point), known: classes[i] }))
  const centres = middles.map(moved)
  const radius = plane || priorMeans.length < 2 ? null : Math.hypot(...priorMeans[0])
  const reach = 1.06 * Math.max(1e-6, radius ?? 0, ...[...points, ...centres].flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
  return { points, centres, radius, reach, note: noteOf(dimension, plane?.shares ?? null) }
}

function noteOf(dimension: number, shares: [number, number] | null): string {
  if (!shares) return t('Rings: the centres of the classes, on their circle.')
  const [first, second] = shares.map(percent)
  return t('Principal components 1 and 2 of {dimension}: {first} and {second} of the variance. Rings: the centres of the classes.', {
    dimension, first, second,
  })
}

function middleOf(places: Place[]): Place {
  const between = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { x: between(places.map(({ x }) => x)), y: between(places.map(({ y }) => y)) }
}

function pairs(flat: Float32Array, stride: number): Place[] {
  return Array.from({ length: flat.length / stride }, (_, i) => ({ x: flat[i * stride], y: flat[i * stride + 1] }))
}
