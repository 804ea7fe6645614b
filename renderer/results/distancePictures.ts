import type { Latent } from '../../main/contract/ensembles.ts'
import type { Axis, PlacedName } from '../charts/latent/latentCloud.ts'
import { type Outline, stroke } from '../charts/latent/outlines.ts'
import { t } from '../words/words.ts'
import { centreDistances, nearestClassDistances } from './classDistance.ts'
import { isOnSphere, type LatentPicture, type PictureParts } from './pictureParts.ts'
import type { DistanceView } from './latentViews.ts'
import { strips } from './strips.ts'

/** Nearer than this, in sigma, is drawn as this: a logarithm needs an end. */
const nearest = 0.1
const sigmas = [1, 2, 3]

/** Distances that were computed in all dimensions: nothing is projected. */
export function distancePicture(view: DistanceView, parts: PictureParts): LatentPicture {
  const { latent, means } = parts
  if (view === 'distances') return bothDistances(parts)
  return view === 'centre'
    ? stripPicture(view, parts, centreDistances(means, latent))
    : stripPicture(view, parts, nearestLogs(means, latent))
}

function stripPicture(view: Exclude<DistanceView, 'distances'>, parts: PictureParts, values: Float32Array): LatentPicture {
  const { latent, rows: { rowOf, names } } = parts
  const [top, bottom] = [0.6, 0.5 - names.length]
  const { lines, texts } = marksOf(view, latent)
  return {
    view,
    dimension: 2,
    points: strips(values, rowOf, names.length),
    axes: { x: axisOf(view, latent), y: { names } },
    outlines: lines.map((at) => stroke([at, bottom, 0], [at, top, 0])),
    names: texts.map((text, i) => nameAt(text, [lines[i], top + 0.4, 0])),
    note: `${sentences[view](latent)} ${t('A row is as thick as its images are dense.')}`,
  }
}

function bothDistances({ latent, means }: PictureParts): LatentPicture {
  const [across, up] = [centreDistances(means, latent), nearestLogs(means, latent)]
  const points = new Float32Array(3 * across.length)
  across.forEach((distance, i) => {
    points[3 * i] = distance
    points[3 * i + 1] = up[i]
  })
  return {
    view: 'distances',
    dimension: 2,
    points,
    axes: { x: axisOf('centre', latent), y: axisOf('nearest', latent) },
    ...guides(latent, across, up),
    note: `${sentences.centre(latent)} ${sentences.nearest(latent)}`,
  }
}

/** A line at the sphere and at 1, 2 and 3 sigma, across all points. */
function guides(latent: Latent, across: Float32Array, up: Float32Array): { outlines: Outline[]; names: PlacedName[] } {
  const [[, right], [low, high]] = [spanOf(across), spanOf(up)]
  const [centre, near] = [marksOf('centre', latent), marksOf('nearest', latent)]
  return {
    outlines: [
      ...centre.lines.map((at) => stroke([at, low, 0], [at, high, 0])),
      ...near.lines.map((at) => stroke([0, at, 0], [right, at, 0])),
    ],
    names: [
      ...centre.texts.map((text, i) => nameAt(text, [centre.lines[i], high, 0])),
      ...near.texts.map((text, i) => nameAt(text, [right * 1.04, near.lines[i], 0])),
    ],
  }
}

function spanOf(values: Float32Array): [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])
}

const nameAt = (text: string, at: number[]): PlacedName => ({ text, at, colour: '--muted' })

function marksOf(view: Exclude<DistanceView, 'distances'>, latent: Latent): { lines: number[]; texts: string[] } {
  if (view === 'nearest') return { lines: sigmas.map(Math.log10), texts: sigmas.map((at) => `${at} σ`) }
  return isOnSphere(latent) ? { lines: [0, 1], texts: [t('centre'), t('sphere')] } : { lines: [0], texts: [t('origin')] }
}

const nearestLogs = (means: Float32Array, latent: Latent): Float32Array =>
  nearestClassDistances(means, latent).map((distance) => Math.log10(Math.max(nearest, distance)))

function axisOf(view: Exclude<DistanceView, 'distances'>, { gaussians }: Latent): Axis {
  if (view === 'centre') return { title: t('Distance from the centre, in radii'), log: false }
  return { title: gaussians ? t('Distance to the nearest class, σ') : t('Distance to the nearest prior mean, σ'), log: true }
}

const sentences = {
  centre: ({ dimension }: Latent) => t('Distance from the centre: ‖m‖ / r in all {dimension} dimensions.', { dimension }),
  nearest: ({ dimension, gaussians }: Latent) =>
    gaussians
      ? t('Distance to the nearest class: Mahalanobis, to the Gaussian of its training images in all {dimension} dimensions, from {nearest} on.', { dimension, nearest })
      : t('Distance to the nearest prior mean in all {dimension} dimensions; the class Gaussians are too large for a picture.', { dimension }),
}
