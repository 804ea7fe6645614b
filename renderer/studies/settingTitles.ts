import type { VariedSetting } from '../../main/contract/studySettings.ts'

/** What a varied setting is called at an axis and in a list. */
export const settingTitles: Record<VariedSetting, string> = {
  latent: 'Latent dimension', dense: 'Dense units', radius: 'Radius', alpha: 'Weight of reconstruction',
  classWeight: 'Weight of the class', objective: 'Objective', means: 'Class centres',
  order: 'Places on the sphere', members: 'Members', epochs: 'Epochs', learningRate: 'Learning rate',
}
