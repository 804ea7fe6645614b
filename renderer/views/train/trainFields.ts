import type { EnsembleSettings } from '../../../main/contract/settings.ts'

export type FieldValue = number | string | boolean | null

type Control =
  | { kind: 'number'; min: number; max: number; step: number; whole: boolean; optional?: boolean }
  | { kind: 'choice'; choices: { value: string; label: string }[] }
  | { kind: 'switch' }

/** One setting of an ensemble, as the form offers it. */
export interface TrainField {
  id: string
  title: string
  /** What it does, in one sentence. */
  sentence: string
  control: Control
  read(settings: EnsembleSettings): FieldValue
  write(settings: EnsembleSettings, value: FieldValue): void
}

type Section = 'model' | 'objective' | 'training'
type About = Pick<TrainField, 'title' | 'sentence' | 'control'>

function top(key: 'members' | 'seed' | 'order', about: About): TrainField {
  return {
    id: key,
    ...about,
    read: (settings) => settings[key],
    write: (settings, value) => void Object.assign(settings, { [key]: value }),
  }
}

function part<S extends Section>(
  section: S,
  key: keyof EnsembleSettings[S] & string,
  about: About,
): TrainField {
  return {
    id: `${section}.${key}`,
    ...about,
    read: (settings) => settings[section][key] as FieldValue,
    write: (settings, value) => void Object.assign(settings[section], { [key]: value }),
  }
}

const whole = (min: number, max: number, step = 1): Control => ({
  kind: 'number',
  min,
  max,
  step,
  whole: true,
})
const real = (min: number, max: number, step: number): Control => ({
  kind: 'number',
  min,
  max,
  step,
  whole: false,
})
const choice = (choices: Record<string, string>): Control => ({
  kind: 'choice',
  choices: Object.entries(choices).map(([value, label]) => ({ value, label })),
})

/** What most people set. */
export const mainFields: TrainField[] = [
  top('members', {
    title: 'Members',
    sentence:
      'Networks that differ only in their seeds; more of them agree better on what is strange, and take longer.',
    control: whole(1, 200),
  }),
  part('model', 'latent', {
    title: 'Latent dimension',
    sentence:
      'Numbers that an image is reduced to: 2 and 3 can be drawn as they are, 8 or more tell classes apart better.',
    control: whole(2, 256),
  }),
  part('training', 'epochs', {
    title: 'Epochs',
    sentence: 'How often each member sees every training image, at most.',
    control: whole(1, 10_000),
  }),
  part('training', 'leastSteps', {
    title: 'At least steps',
    sentence: 'Small sets are gone through again until a member has learned from so many batches.',
    control: whole(0, 10_000_000, 100),
  }),
  top('seed', {
    title: 'Seed',
    sentence: 'The number that all randomness comes from: the same seed gives the same ensemble.',
    control: whole(0, Number.MAX_SAFE_INTEGER),
  }),
]

/** What the rest is about. */
export const moreFields: TrainField[] = [
  part('model', 'architecture', {
    title: 'Network',
    sentence: "The layers that read an image; the named ones are the paper's for those data sets.",
    control: choice({
      auto: 'By the image size',
      mnist: 'MNIST',
      'fashion-mnist': 'Fashion-MNIST',
      'cifar-10': 'CIFAR-10',
    }),
  }),
  part('model', 'dense', {
    title: 'Dense units',
    sentence: 'Units of the layer between the convolutions and the latent space.',
    control: whole(1, 4096, 8),
  }),
  part('objective', 'alpha', {
    title: 'Weight of reconstruction',
    sentence: 'How much the picture counts against the order of the latent space, between 0 and 1.',
    control: real(0.0001, 0.9999, 0.01),
  }),
  part('objective', 'radius', {
    title: 'Radius',
    sentence: "The radius of the sphere that the classes' centres lie on.",
    control: real(0.1, 1000, 0.5),
  }),
  part('objective', 'means', {
    title: 'Class centres',
    sentence: 'They stay where they are put on the sphere, or are learned from there.',
    control: choice({ fixed: 'Fixed', learned: 'Learned' }),
  }),
  part('objective', 'classWeight', {
    title: 'Weight of the class',
    sentence: "Adds a penalty for an image that lies nearer to another class' centre; 0 is none.",
    control: real(0, 1000, 1),
  }),
  part('training', 'batch', {
    title: 'Batch',
    sentence: 'Images that a step learns from.',
    control: whole(1, 4096, 16),
  }),
  part('training', 'learningRate', {
    title: 'Learning rate',
    sentence: 'How far a step goes: too high does not settle, too low takes long.',
    control: real(0.000001, 1, 0.001),
  }),
  part('training', 'schedule', {
    title: 'Schedule',
    sentence: 'The learning rate stays as it is, or rises and falls once over the training.',
    control: choice({ constant: 'Constant', 'one-cycle': 'One cycle' }),
  }),
  part('training', 'patience', {
    title: 'Patience',
    sentence: 'Stops after so many epochs without progress on the validation images; empty never stops.',
    control: { kind: 'number', min: 1, max: 10_000, step: 1, whole: true, optional: true },
  }),
  part('training', 'augmentation', {
    title: 'Shift and mirror',
    sentence: 'Varies the training images a little each time, which helps small sets.',
    control: { kind: 'switch' },
  }),
  part('training', 'balance', {
    title: 'Balance classes',
    sentence: 'Shows each class equally often, whatever its size.',
    control: { kind: 'switch' },
  }),
  top('order', {
    title: 'Places on the sphere',
    sentence:
      'Each member gets its own order of the classes on the sphere, or all the same: a fresh one makes members disagree where there is a gap.',
    control: choice({ random: 'Fresh for each member', fixed: 'The same for all' }),
  }),
]
