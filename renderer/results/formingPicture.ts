import type { TrainingPreview } from '../../main/contract/trainingPreview.ts'
import { percent } from '../format.ts'
import { onPlane, principalPlane } from './principalComponents.ts'

/** What is drawn of a latent space while it forms, in the units of the latent space or of its plane. */
export interface FormingPicture {
  points: { x: number; y: number; known: number }[]
  /** The prior means, by known class. */
  centres: { x: number; y: number }[]
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
  const points = flat(means).map((point, i) => ({ ...point, known: classes[i] }))
  const centres = flat(Float32Array.from(priorMeans.flat()))
  const radius = plane || priorMeans.length < 2 ? null : Math.hypot(...priorMeans[0])
  const reach = 1.06 * Math.max(1e-6, radius ?? 0, ...[...points, ...centres].flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
  return { points, centres, radius, reach, note: noteOf(dimension, plane?.shares ?? null) }
}

function noteOf(dimension: number, shares: [number, number] | null): string {
  if (!shares) return 'Rings: the centres of the classes, on their circle.'
  const [first, second] = shares.map(percent)
  return `Principal components 1 and 2 of ${dimension}: ${first} and ${second} of the variance. Rings: the centres of the classes.`
}

function pairs(flat: Float32Array, stride: number): { x: number; y: number }[] {
  return Array.from({ length: flat.length / stride }, (_, i) => ({ x: flat[i * stride], y: flat[i * stride + 1] }))
}
