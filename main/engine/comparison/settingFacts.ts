import type { Facts } from '../../comparisons/unlike.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'

/** How an ensemble is made, in the words that the window has for its settings. */
export function settingFacts(
  { order, model, objective, training }: Pick<EnsembleSettings, 'order' | 'model' | 'objective' | 'training'>,
): Facts {
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  return {
    model: model.kind, network: model.architecture, 'latent dimension': model.latent, 'dense units': model.dense,
    objective: objective.kind, 'weight of reconstruction': objective.alpha, radius: objective.radius,
    'class centres': objective.means, 'weight of the class': objective.classWeight, epochs: training.epochs,
    'steps at least': training.leastSteps, batch: training.batch, 'learning rate': training.learningRate,
    schedule: training.schedule, patience: training.patience, 'shift and mirror': yes(training.augmentation),
    'balanced classes': yes(training.balance), folds: training.folds, 'places on the sphere': order,
  }
}
