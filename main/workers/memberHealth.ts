import type { Health } from '../contract/ensembles.ts'
import { type ClassGaussians, squaredMahalanobis } from '../detectors/gaussians.ts'
import type { Encodings } from '../models/encodingNames.ts'
import { countActiveDimensions, type HealthFigures, healthSentences } from '../models/health.ts'
import type { MemberRun } from '../models/memberRun.ts'
import { smallestAngle } from '../models/sphere/angle.ts'
import { placeMeans } from '../models/sphere.ts'
import { type Assignment, knownPositions, VALIDATION } from './runImages.ts'

/** A double cannot tell 1 - exp(-D^2/2) from 1 beyond this squared distance. */
const SATURATED = 2 * 53 * Math.LN2

/** Measures a trained member on its own training and validation images, and says how it looks. */
export function memberHealth(
  run: MemberRun, priorMeans: number[][], gaussians: ClassGaussians | null, encodings: Encodings, assignment: Assignment,
): Health {
  const figures = gaussians
    ? latentFigures(run, priorMeans, gaussians, encodings)
    : classifierFigures(run, encodings.logits!, knownPositions(assignment, VALIDATION))
  return { ...figures, ...healthSentences(figures) }
}

function latentFigures(
  { model, images }: MemberRun, priorMeans: number[][], gaussians: ClassGaussians, encodings: Encodings,
): HealthFigures {
  const d = model.network.latent
  const { train, validation, classOf } = images
  const { classes } = model
  const distances = squaredMahalanobis(gaussians, rowsOf(encodings.means!, validation, d))
  return {
    accuracy: classes > 1 && validation.length > 0 ? accuracy(distances, validation, classOf, classes) : null,
    divergence: meanDivergence(encodings, train, classOf, priorMeans),
    activeDimensions: countActiveDimensions(rowsOf(encodings.means!, train, d), d),
    latent: d,
    smallestAngle: classes > 1 ? smallestAngle(priorMeans) : null,
    placedAngle: classes > 1 ? smallestAngle(placeMeans(classes, d, model.objective.radius)) : null,
    saturated: saturatedShare(distances, classes),
  }
}

function classifierFigures({ model, images }: MemberRun, logits: Float32Array, validation: Uint32Array): HealthFigures {
  const confidences = Float64Array.from(rowsOf(logits, validation, model.classes), (logit) => -logit)
  const measured = model.classes > 1 && validation.length > 0
  return {
    accuracy: measured ? accuracy(confidences, validation, images.classOf, model.classes) : null,
    divergence: null, activeDimensions: null, latent: 0, smallestAngle: null, placedAngle: null, saturated: 0,
  }
}

function rowsOf(values: Float32Array, positions: Uint32Array, d: number): Float32Array {
  const rows = new Float32Array(positions.length * d)
  positions.forEach((position, i) => rows.set(values.subarray(position * d, (position + 1) * d), i * d))
  return rows
}

/** Share of images whose own class is the least of their row. */
function accuracy(distances: Float64Array, positions: Uint32Array, classOf: Int32Array, classes: number): number {
  let right = 0
  positions.forEach((position, i) => {
    const own = distances.subarray(i * classes, (i + 1) * classes)
    if (own.indexOf(own.reduce((a, b) => Math.min(a, b))) === classOf[position]) right++
  })
  return right / positions.length
}

/** Mean over images of 1/2 sum_d [ (m - mu)^2 + e^v - v - 1 ], in nats. */
function meanDivergence(
  { means, logVariances }: Encodings, positions: Uint32Array, classOf: Int32Array, priorMeans: number[][],
): number {
  const d = priorMeans[0].length
  let sum = 0
  for (const position of positions) {
    const mu = priorMeans[classOf[position]]
    for (let j = 0; j < d; j++) {
      const v = logVariances![position * d + j]
      sum += ((means![position * d + j] - mu[j]) ** 2 + Math.exp(v) - v - 1) / 2
    }
  }
  return sum / positions.length
}

function saturatedShare(distances: Float64Array, classes: number): number {
  const rows = distances.length / classes
  let saturated = 0
  for (let i = 0; i < rows; i++) {
    const nearest = distances.subarray(i * classes, (i + 1) * classes).reduce((a, b) => Math.min(a, b))
    if (nearest > SATURATED) saturated++
  }
  return rows === 0 ? 0 : saturated / rows
}
