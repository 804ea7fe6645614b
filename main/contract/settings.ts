import { z } from 'zod'

/**
 * What a member is: the class-latent VAE; a VAE that knows no classes (one Gaussian at the origin); or a convolutional
 * classifier, the VAE's encoder with a softmax over the known classes.
 */
export const ModelKind = z.enum(['cl-vae', 'vae', 'cnn'])

/** What a member's network looks like. `auto` follows the image's size; the named ones are the paper's. */
export const ModelSettings = z.object({
  kind: ModelKind.default('cl-vae'),
  architecture: z.enum(['auto', 'mnist', 'fashion-mnist', 'cifar-10']),
  latent: z.int().min(2, 'the latent dimension is at least 2').max(256),
  dense: z.int().min(1).max(4096),
})

/** What a member minimises: alpha * reconstruction + (1 - alpha) * KL (+ classWeight * class cross-entropy). */
export const ObjectiveSettings = z.object({
  kind: z.enum(['paper', 'as-coded', 'recommended']),
  alpha: z.number().gt(0).lt(1),
  radius: z.number().gt(0),
  means: z.enum(['fixed', 'learned']),
  classWeight: z.number().min(0),
})

/** How a member is trained. It takes at least `leastSteps` steps, however few images an epoch has. */
export const TrainingSettings = z.object({
  epochs: z.int().min(1).max(10_000),
  leastSteps: z.int().min(0).max(10_000_000),
  batch: z.int().min(1).max(4096),
  learningRate: z.number().gt(0),
  schedule: z.enum(['constant', 'one-cycle']),
  patience: z.int().min(1).nullable(),
  augmentation: z.boolean(),
  balance: z.boolean(),
  /**
   * Member i leaves fold i mod `folds` of the training images out, so that every image has members that never saw it;
   * null: all members learn from all of them.
   */
  folds: z.int().min(2, 'there are at least 2 folds').max(200).nullable().default(null),
})

/**
 * What trains members and has them look at images: TensorFlow (the processor, or a card that CUDA knows), or any graphics
 * card by WebGPU.
 */
export const ComputeDevice = z.enum(['tensorflow', 'webgpu'])

/** Everything that decides an ensemble beside its images. Member i of it depends on the seed and i alone. */
export const EnsembleSettings = z.object({
  members: z.int().min(1).max(200),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  heldOut: z.array(z.string()),
  leftOut: z.array(z.string()),
  order: z.enum(['random', 'fixed']),
  model: ModelSettings,
  objective: ObjectiveSettings,
  training: TrainingSettings,
  device: ComputeDevice.default('tensorflow'),
})

export type ModelKind = z.infer<typeof ModelKind>
export type ModelSettings = z.infer<typeof ModelSettings>
export type ObjectiveSettings = z.infer<typeof ObjectiveSettings>
export type TrainingSettings = z.infer<typeof TrainingSettings>
export type ComputeDevice = z.infer<typeof ComputeDevice>
export type EnsembleSettings = z.infer<typeof EnsembleSettings>
