import type { EnsembleSettings, ModelKind } from './settings.ts'

export type PresetName = EnsembleSettings['objective']['kind']

/** The authors' settings: Adam 1e-3, batch 128, at most 50 epochs, patience 3, alpha 1/6, radius 3, d 2. */
const paper: EnsembleSettings = {
  members: 5, seed: 1, heldOut: [], leftOut: [], order: 'random', device: 'tensorflow',
  model: { kind: 'cl-vae', architecture: 'auto', latent: 2, dense: 16 },
  objective: { kind: 'paper', alpha: 1 / 6, radius: 3, means: 'fixed', classWeight: 0 },
  training: {
    epochs: 50, leastSteps: 0, batch: 128, learningRate: 1e-3, schedule: 'constant', patience: 3,
    augmentation: false, balance: false, folds: null,
  },
}

/**
 * The settings that Lacuna starts from: a latent divergence that weighs enough to shape the space, and a class
 * cross-entropy that keeps alike classes apart in it. How they were chosen: docs/preset.md.
 */
const recommended: EnsembleSettings = {
  ...paper,
  model: { kind: 'cl-vae', architecture: 'auto', latent: 8, dense: 64 },
  objective: { kind: 'recommended', alpha: 1 / 25, radius: 3, means: 'fixed', classWeight: 50 },
  training: {
    epochs: 4, leastSteps: 700, batch: 128, learningRate: 3e-3, schedule: 'one-cycle', patience: null,
    augmentation: false, balance: false, folds: null,
  },
}

/**
 * What differs from the recommended objective where labels are judged: no class cross-entropy. The rules for wrong labels
 * and foreign images were chosen by such members (docs/labels.md).
 */
export const labelObjective = { alpha: 1 / 97, classWeight: 0 }

const asCoded: EnsembleSettings = { ...paper, objective: { ...paper.objective, kind: 'as-coded' } }

/**
 * A fresh copy of a preset's settings, for another kind of model where one is named: the same network and training. A VAE
 * without classes minimises the negative ELBO (alpha 1/2), which the weights of a class-latent VAE would collapse.
 */
export function preset(name: PresetName, kind: ModelKind = 'cl-vae'): EnsembleSettings {
  const settings = structuredClone({ paper, recommended, 'as-coded': asCoded }[name])
  settings.model.kind = kind
  if (kind === 'vae') settings.objective.alpha = 1 / 2
  return settings
}
