import { centre } from './centre.ts'
import { energy } from './classifier/energy.ts'
import { entropy } from './classifier/entropy.ts'
import { featureMahalanobis } from './classifier/featureMahalanobis.ts'
import { featureNeighbours } from './classifier/featureNeighbours.ts'
import { maxLogit } from './classifier/maxLogit.ts'
import { maxSoftmax } from './classifier/maxSoftmax.ts'
import { relativeMahalanobis } from './classifier/relativeMahalanobis.ts'
import { virtualLogit } from './classifier/virtualLogit.ts'
import { classLogDensity } from './classLogDensity.ts'
import type { Detector, DetectorDescription } from './detector.ts'
import { divergenceAndCentre } from './divergenceAndCentre.ts'
import { divergenceCentreNeighbours } from './divergenceCentreNeighbours.ts'
import { elbo } from './elbo.ts'
import { encoderKnn } from './encoder/encoderKnn.ts'
import { encoderMahalanobis } from './encoder/encoderMahalanobis.ts'
import { latentDivergence, latentDivergenceByClass } from './latentDivergence.ts'
import { memberDisagreement } from './memberDisagreement.ts'
import { mixtureLogDensity } from './mixtureLogDensity.ts'
import { posteriorKl } from './posteriorKl.ts'
import { priorDistance } from './priorDistance.ts'
import { isolationForest } from './pixels/isolationForest.ts'
import { oneClassSvm } from './pixels/oneClassSvm.ts'
import { pcaPerClass } from './pixels/pcaPerClass.ts'
import { pcaReconstruction } from './pixels/pcaReconstruction.ts'
import { pixelNeighbours } from './pixels/pixelNeighbours.ts'
import { reconstruction } from './reconstruction.ts'
import { reconstructionMse } from './reconstructionMse.ts'
import { reconstructionSsim } from './reconstructionSsim.ts'

const all = [
  divergenceCentreNeighbours, divergenceAndCentre, latentDivergence, latentDivergenceByClass, classLogDensity, mixtureLogDensity, centre, priorDistance,
  memberDisagreement, reconstruction, reconstructionMse, reconstructionSsim, posteriorKl, elbo,
  maxSoftmax, maxLogit, energy, entropy, featureMahalanobis, relativeMahalanobis, featureNeighbours, virtualLogit,
  encoderKnn, encoderMahalanobis,
  pcaPerClass, pcaReconstruction, pixelNeighbours, isolationForest, oneClassSvm,
]

/** Every detector there is, by its id; the first that fits an ensemble is the one that is used where none is named. */
export const detectors: ReadonlyMap<string, Detector> = new Map(all.map((one) => [one.description.id, one as Detector]))

export const detectorDescriptions: DetectorDescription[] = all.map((one) => one.description)

/**
 * The detector of that id.
 * @throws RangeError that names the ids there are
 */
export function detectorNamed(id: string): Detector {
  const found = detectors.get(id)
  if (!found) throw new RangeError(`There is no detector "${id}"; there are ${[...detectors.keys()].join(', ')}.`)
  return found
}
