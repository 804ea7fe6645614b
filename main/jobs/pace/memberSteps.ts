import type { ImageSet } from '../../contract/imageSets.ts'
import type { TrainingSettings } from '../../contract/settings.ts'
import { epochsFor, stepsPerEpoch } from '../../models/batches.ts'

/** Steps of one member on the training images of the known classes, should it not stop early. */
export function memberSteps(
  { byClass }: Pick<ImageSet, 'byClass'>, known: number[], { batch, epochs, leastSteps }: TrainingSettings,
): number {
  const images = known.reduce((sum, label) => sum + byClass[label].train, 0)
  return epochsFor(images, batch, epochs, leastSteps) * stepsPerEpoch(images, batch)
}
