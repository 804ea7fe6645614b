import type { Latent } from '../../main/contract/ensembles.ts'
import { ellipse, type Outline, sphereOutlines } from '../charts/latent/outlines.ts'
import { classMark } from '../charts/classMarks.ts'
import { count, percent } from '../format.ts'
import { largestSample, onPlane, principalPlane } from './principalComponents.ts'

/** What is drawn of a member's latent space: Float32 images x 3, and where the known classes belong. */
export interface LatentPicture {
  dimension: 2 | 3
  points: Float32Array
  /** By known class, in the ensemble's order. */
  priorMeans: number[][]
  outlines: Outline[]
  /** How the picture was made, where that is not plain. */
  note: string
}

const sigmas = 2
const ellipseNote = `Ellipses: training images of a class, ${sigmas} standard deviations.`
const circleNote = 'Circle: the sphere of the centres.'

/** @param means Float32, images x d: the posterior means of a member */
export function latentPicture(latent: Latent, means: Float32Array): LatentPicture {
  if (latent.dimension > 3) return projected(latent, means)
  const dimension = latent.dimension as 2 | 3
  const sphere = isOnSphere(latent) ? sphereOutlines(latent.radius, dimension) : []
  const notes = [latent.gaussians ? ellipseNote : '', sphere.length === 1 ? circleNote : '']
  return {
    dimension,
    points: dimension === 3 ? means : padded(means),
    priorMeans: latent.priorMeans.map((mean) => [...mean, 0].slice(0, 3)),
    outlines: [...sphere, ...classOutlines(latent)],
    note: notes.join(' ').trim(),
  }
}

function projected({ dimension, priorMeans }: Latent, means: Float32Array): LatentPicture {
  const images = means.length / dimension
  const plane = principalPlane(means, dimension)
  const centres = onPlane(Float32Array.from(priorMeans.flat()), dimension, plane)
  const [first, second] = plane.shares.map(percent)
  const variance = `${first} and ${second} of the variance`
  const caution = 'Distances in the picture are not those of the latent space.'
  const sample =
    images > largestSample ? `, fitted on ${count(largestSample)} of ${count(images)} images` : ''
  return {
    dimension: 2,
    points: onPlane(means, dimension, plane),
    outlines: [],
    priorMeans: priorMeans.map((_, i) => [...centres.subarray(3 * i, 3 * i + 3)]),
    note: `Principal components 1 and 2 of ${dimension}: ${variance}${sample}. ${caution}`,
  }
}

function padded(flat: Float32Array): Float32Array {
  const points = new Float32Array((flat.length / 2) * 3)
  for (let i = 0; 2 * i < flat.length; i++) points.set([flat[2 * i], flat[2 * i + 1]], 3 * i)
  return points
}

/** A single class and learned centres lie on no sphere worth drawing. */
function isOnSphere({ priorMeans, radius }: Latent): boolean {
  return (
    priorMeans.length > 1
    && priorMeans.every((mean) => Math.abs(Math.hypot(...mean) - radius) < 1e-2 * radius)
  )
}

function classOutlines({ gaussians }: Latent): Outline[] {
  return (
    gaussians?.means.map((mean, i) => ellipse(mean, gaussians.covariances[i], sigmas, classMark(i).colour))
    ?? []
  )
}
