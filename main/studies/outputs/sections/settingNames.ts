import type { StudyVariation } from '../../../contract/studies.ts'

/** What a varied setting is called in a heading and at an axis. */
export const settingNames: Record<StudyVariation['setting'], string> = {
  latent: 'latent dimension', dense: 'units of the dense layer', radius: 'radius of the sphere', alpha: 'alpha',
  classWeight: 'weight of the class cross-entropy', objective: 'objective', means: 'kind of class means',
  order: 'order of the classes', members: 'number of members', epochs: 'number of epochs',
  learningRate: 'learning rate',
}
