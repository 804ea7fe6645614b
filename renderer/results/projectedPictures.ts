import { centreMark } from '../charts/latent/outlines.ts'
import { count, percent } from '../format.ts'
import { classNames, isOnSphere, type LatentPicture, type PictureParts } from './pictureParts.ts'
import { largestSample, onPlane, principalPlane } from './principalComponents.ts'
import { umapNeighbours, type UmapPlaces } from './umap.ts'

const fitted = (images: number) =>
  images > largestSample ? `, fitted on ${count(largestSample)} of ${count(images)} images` : ''

/** The two directions in which the means vary most. */
export function principalPicture({ latent, known, means }: PictureParts): LatentPicture {
  const { dimension, priorMeans, gaussians, radius } = latent
  const plane = principalPlane(means, dimension)
  const placesOf = (points: number[][]) => rowsOf(onPlane(Float32Array.from(points.flat()), dimension, plane))
  const [centre] = placesOf([Array.from({ length: dimension }, () => 0)])
  const [first, second] = plane.shares.map(percent)
  const made = `Principal components 1 and 2 of ${dimension}: ${first} and ${second} of the variance`
  const cross = isOnSphere(latent) ? ' Cross: the empty centre.' : ''
  return {
    view: 'pca',
    dimension: 2,
    points: onPlane(means, dimension, plane),
    axes: null,
    outlines: cross ? centreMark(centre, radius / 14, 2) : [],
    names: classNames(known, placesOf(gaussians?.means ?? priorMeans)),
    note: `${made}${fitted(means.length / dimension)}.${cross} Distances are not those of the latent space.`,
  }
}

/** Neighbours stay neighbours; nothing else of the space is kept. */
export function umapPicture({ latent, known, means }: PictureParts, { images, centres }: UmapPlaces): LatentPicture {
  const of = `UMAP of ${latent.dimension} dimensions by ${umapNeighbours} neighbours`
  const others = means.length / latent.dimension > largestSample ? ', the others beside their nearest of these' : ''
  return {
    view: 'umap',
    dimension: 2,
    points: images,
    axes: null,
    outlines: [],
    names: classNames(known, rowsOf(centres)),
    note: `${of}${fitted(means.length / latent.dimension)}${others}. True of the latent space is who is near to whom, not how far or how dense.`,
  }
}

function rowsOf(flat: Float32Array): number[][] {
  return Array.from({ length: flat.length / 3 }, (_, i) => [...flat.subarray(3 * i, 3 * i + 3)])
}
