import { labelObjective, preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'

/** As many as "lacuna labels" takes where nothing is typed. */
export const labelFolds = 5

/** Settings of an ensemble that can judge labels, of all classes but those that another leaves out. */
export function labelSettings({ leftOut, seed }: EnsembleSettings): EnsembleSettings {
  const plain = preset('recommended')
  return {
    ...plain, seed, leftOut: [...leftOut], members: labelFolds,
    objective: { ...plain.objective, ...labelObjective },
    training: { ...plain.training, folds: labelFolds },
  }
}
