import { centre } from './centre.ts'
import { classLogDensity } from './classLogDensity.ts'
import type { Detector, DetectorDescription } from './detector.ts'
import { divergenceAndCentre } from './divergenceAndCentre.ts'
import { elbo } from './elbo.ts'
import { latentDivergence, latentDivergenceByClass } from './latentDivergence.ts'
import { memberDisagreement } from './memberDisagreement.ts'
import { mixtureLogDensity } from './mixtureLogDensity.ts'
import { posteriorKl } from './posteriorKl.ts'
import { priorDistance } from './priorDistance.ts'
import { reconstruction } from './reconstruction.ts'
import { reconstructionMse } from './reconstructionMse.ts'
import { reconstructionSsim } from './reconstructionSsim.ts'

const all = [
  divergenceAndCentre, latentDivergence, latentDivergenceByClass, classLogDensity, mixtureLogDensity, centre, priorDistance,
  memberDisagreement, reconstruction, reconstructionMse, reconstructionSsim, posteriorKl, elbo,
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
