import { centreMark } from '../charts/latent/outlines.ts'
import { percent } from '../format.ts'
import { t } from '../words/words.ts'
import { classNames, isOnSphere, type LatentPicture, type PictureParts } from './pictureParts.ts'
import { largestSample, onPlane, principalPlane } from './principalComponents.ts'
import { umapNeighbours, type UmapPlaces } from './umap.ts'

/** What a picture is made of, and of how many images where that is a sample. */
const fitted = (made: string, images: number) =>
  images > largestSample ? t('{made}, fitted on {sample} of {images} images', { made, sample: largestSample, images }) : made

/** The two directions in which the means vary most. */
export function principalPicture({ latent, known, means }: PictureParts): LatentPicture {
  const { dimension, priorMeans, gaussians, radius } = latent
  const plane = principalPlane(means, dimension)
  const placesOf = (points: number[][]) => rowsOf(onPlane(Float32Array.from(points.flat()), dimension, plane))
  const [centre] = placesOf([Array.from({ length: dimension }, () => 0)])
  const [first, second] = plane.shares.map(percent)
  const made = t('Principal components 1 and 2 of {dimension}: {first} and {second} of the variance', {
    dimension, first, second,
  })
  const cross = isOnSphere(latent) ? ` ${t('Cross: the empty centre.')}` : ''
  return {
    view: 'pca',
    dimension: 2,
    points: onPlane(means, dimension, plane),
    axes: null,
    outlines: cross ? centreMark(centre, radius / 14, 2) : [],
    names: classNames(known, placesOf(gaussians?.means ?? priorMeans)),
    note: `${fitted(made, means.length / dimension)}.${cross} ${t('Distances are not those of the latent space.')}`,
  }
}

/** Neighbours stay neighbours; nothing else of the space is kept. */
export function umapPicture({ latent, known, means }: PictureParts, { images, centres }: UmapPlaces): LatentPicture {
  const count = means.length / latent.dimension
  const made = t('UMAP of {dimension} dimensions by {neighbours} neighbours', {
    dimension: latent.dimension, neighbours: umapNeighbours,
  })
  const others = count > largestSample ? `, ${t('the others beside their nearest of these')}` : ''
  const meaning = t('True of the latent space is who is near to whom, not how far or how dense.')
  return {
    view: 'umap',
    dimension: 2,
    points: images,
    axes: null,
    outlines: [],
    names: classNames(known, rowsOf(centres)),
    note: `${fitted(made, count)}${others}. ${meaning}`,
  }
}

function rowsOf(flat: Float32Array): number[][] {
  return Array.from({ length: flat.length / 3 }, (_, i) => [...flat.subarray(3 * i, 3 * i + 3)])
}
