import { centre } from './centre.ts'
import { classLogDensity } from './classLogDensity.ts'
import type { Detector, DetectorDescription } from './detector.ts'
import { divergenceAndCentre } from './divergenceAndCentre.ts'
import { encoderKnn } from './encoder/encoderKnn.ts'
import { encoderMahalanobis } from './encoder/encoderMahalanobis.ts'
import { latentDivergence, latentDivergenceByClass } from './latentDivergence.ts'
import { reconstruction } from './reconstruction.ts'

const all = [
  divergenceAndCentre, latentDivergence, latentDivergenceByClass, classLogDensity, centre, reconstruction,
  encoderKnn, encoderMahalanobis,
]

/** Every detector there is, by its id; the first is the one that is used where none is named. */
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
