import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { architectureFor } from '../../models/architecture.ts'
import { classifierSlots, countParameters, parameterSlots } from '../../models/parameters.ts'
import type { ClassRoles } from './classRoles.ts'

/** Bytes of a Float32. */
const width = 4
/** About what a member's description, its curve and its preview take. */
const others = 24_000

/**
 * How many numbers a member learns, and the bytes that stay of it on the disk: its weights, and what it says of every image
 * of the set (mean and log-variance, or for a classifier features and logits).
 */
export function memberSize(
  { snapshot, images }: ImageSet, { known }: ClassRoles, { model }: EnsembleSettings,
): { parameters: number; bytes: number } {
  const network = architectureFor(model.architecture, snapshot!, model.dense, model.latent)
  const isClassifier = model.kind === 'cnn'
  const parameters = countParameters(isClassifier ? classifierSlots(network, known.length) : parameterSlots(network))
  const said = isClassifier ? model.dense + known.length : 2 * model.latent
  return { parameters, bytes: width * (parameters + images * said) + others }
}
