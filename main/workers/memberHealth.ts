import type { Health } from '../contract/ensembles.ts'
import { type ClassGaussians, squaredMahalanobis } from '../detectors/gaussians.ts'
import type { Encodings } from '../models/encoding.ts'
import { countActiveDimensions, type HealthFigures, healthSentences } from '../models/health.ts'
import type { MemberModel } from '../models/memberModel.ts'
import { smallestAngle } from '../models/sphere/angle.ts'
import { placeMeans } from '../models/sphere.ts'
import { type Assignment, knownPositions, TRAIN, VALIDATION } from './runImages.ts'

/** A double cannot tell 1 - exp(-D^2/2) from 1 beyond this squared distance. */
const SATURATED = 2 * 53 * Math.LN2

/** Measures a trained member on its own training and validation images, and says how it looks. */
export function memberHealth(
  model: MemberModel, priorMeans: number[][], gaussians: ClassGaussians, encodings: Encodings, assignment: Assignment,
): Health {
  const d = model.network.latent
  const train = knownPositions(assignment, TRAIN)
  const classes = priorMeans.length
  const validation = knownPositions(assignment, VALIDATION)
  const distances = squaredMahalanobis(gaussians, rowsOf(encodings.means, validation, d))
  const figures: HealthFigures = {
    accuracy: classes > 1 && validation.length > 0 ? accuracy(distances, validation, assignment.knownOf, classes) : null,
    divergence: meanDivergence(encodings, train, assignment.knownOf, priorMeans),
    activeDimensions: countActiveDimensions(rowsOf(encodings.means, train, d), d),
    latent: d,
    smallestAngle: classes > 1 ? smallestAngle(priorMeans) : null,
    placedAngle: classes > 1 ? smallestAngle(placeMeans(classes, d, model.objective.radius)) : null,
    saturated: saturatedShare(distances, classes),
  }
  return { ...figures, ...healthSentences(figures) }
}

function rowsOf(values: Float32Array, positions: Uint32Array, d: number): Float32Array {
  const rows = new Float32Array(positions.length * d)
  positions.forEach((position, i) => rows.set(values.subarray(position * d, (position + 1) * d), i * d))
  return rows
}

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
      const v = logVariances[position * d + j]
      sum += ((means[position * d + j] - mu[j]) ** 2 + Math.exp(v) - v - 1) / 2
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
