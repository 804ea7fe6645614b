import type { Latent } from '../../main/contract/ensembles.ts'
import { centreMark, ellipses, ellipsoid, type Outline, priorMark, sphereOutlines } from '../charts/latent/outlines.ts'
import { classMark } from '../charts/classMarks.ts'
import { t } from '../words/words.ts'
import { distancePicture } from './distancePictures.ts'
import type { LatentView } from './latentViews.ts'
import { classNames, isOnSphere, type LatentPicture, type PictureParts } from './pictureParts.ts'
import { principalPicture, umapPicture } from './projectedPictures.ts'

export function latentPicture(view: LatentView, parts: PictureParts): LatentPicture {
  if (view === 'plane' || view === 'space') return spacePicture(view, parts)
  if (view === 'pca') return principalPicture(parts)
  if (view !== 'umap') return distancePicture(view, parts)
  if (parts.places) return umapPicture(parts, parts.places)
  throw new Error(t('A picture by UMAP needs its places.'))
}

const gaussianNote = (dimension: 2 | 3) =>
  dimension === 3
    ? t('Ellipsoids: 2 σ of the training images of a class.')
    : t('Ellipses: 1, 2, 3 σ of the training images of a class.')
const sphereNote = (dimension: 2 | 3) =>
  dimension === 3
    ? t('Wire: the sphere of the prior means (rings); cross: its empty centre.')
    : t('Circle: the sphere of the prior means (rings); cross: its empty centre.')

/** Two or three dimensions as they are. */
function spacePicture(view: 'plane' | 'space', { latent, known, means }: PictureParts): LatentPicture {
  const dimension = view === 'space' ? 3 : 2
  const [gaussians, sphere] = [gaussianOutlines(latent, dimension), sphereOf(latent, dimension)]
  const notes = [gaussians.length > 0 ? gaussianNote(dimension) : '', sphere.length > 0 ? sphereNote(dimension) : '']
  return {
    view,
    dimension,
    points: dimension === 3 ? means : padded(means),
    axes: null,
    names: classNames(known, (latent.gaussians?.means ?? latent.priorMeans).map(inSpace)),
    outlines: [...sphere, ...gaussians, ...priorMarks(latent, dimension)],
    note: notes.filter(Boolean).join(' '),
  }
}

const inSpace = (at: number[]) => [...at, 0].slice(0, 3)

function priorMarks({ priorMeans, radius }: Latent, dimension: 2 | 3): Outline[] {
  return priorMeans.flatMap((at, i) => priorMark(inSpace(at), radius / 22, dimension, classMark(i).colour))
}

function sphereOf(latent: Latent, dimension: 2 | 3): Outline[] {
  if (!isOnSphere(latent)) return []
  return [...sphereOutlines(latent.radius, dimension), ...centreMark([0, 0, 0], latent.radius / 14, dimension)]
}

function padded(flat: Float32Array): Float32Array {
  const points = new Float32Array((flat.length / 2) * 3)
  for (let i = 0; 2 * i < flat.length; i++) {
    points[3 * i] = flat[2 * i]
    points[3 * i + 1] = flat[2 * i + 1]
  }
  return points
}

function gaussianOutlines({ gaussians }: Latent, dimension: 2 | 3): Outline[] {
  const { means, choleskys } = gaussians ?? { means: [], choleskys: [] }
  return means.flatMap((mean, i) => {
    const { colour } = classMark(i)
    return dimension === 3 ? ellipsoid(mean, choleskys[i], 2, colour) : ellipses(mean, choleskys[i], colour)
  })
}
