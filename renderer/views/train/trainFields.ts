import type { ComputeDevice } from '../../../main/contract/settings.ts'
import { t } from '../../words/words.ts'
import {
  choice, modelKind, part, real, top, type TrainField, whole, wholeOrNone, yesOrNo,
} from './trainField.ts'

/** What most people set, beside the classes and the preset. */
export const mainFields: TrainField[] = [
  top('members', t('Members'), whole(1, 200),
    t('Networks that differ only in their seeds; more agree better on what is strange, and take longer.')),
]

const networks = {
  auto: t('By the image size'), mnist: 'MNIST', 'fashion-mnist': 'Fashion-MNIST', 'cifar-10': 'CIFAR-10',
}
const models = { 'cl-vae': t('Class-latent VAE'), vae: t('VAE without classes'), cnn: t('Classifier') }

const network: TrainField[] = [
  modelKind(t('Model'), models,
    t('What a member is: the class-latent VAE, or for comparison a VAE that knows no classes, or a plain classifier.')),
  part('model', 'latent', t('Latent dimension'), whole(2, 256),
    t('Numbers that an image is reduced to: 2 and 3 can be drawn as they are, 8 or more tell classes apart.'),
    ['cl-vae', 'vae']),
  part('model', 'architecture', t('Network'), choice(networks),
    t("The layers that read an image; the named ones are the paper's for those data sets.")),
  part('model', 'dense', t('Dense units'), whole(1, 4096, 8),
    t('Units of the layer between the convolutions and the latent space.')),
]

const objective: TrainField[] = [
  part('objective', 'alpha', t('Weight of reconstruction'), real(0.0001, 0.9999, 0.01),
    t('How much the picture counts against the order of the latent space, between 0 and 1.'), ['cl-vae', 'vae']),
  part('objective', 'radius', t('Radius'), real(0.1, 1000, 0.5),
    t("The radius of the sphere that the classes' centres lie on."), ['cl-vae']),
  part('objective', 'means', t('Class centres'), choice({ fixed: t('Fixed'), learned: t('Learned') }),
    t('They stay where they are put on the sphere, or are learned from there.'), ['cl-vae']),
  part('objective', 'classWeight', t('Weight of the class'), real(0, 1000, 1),
    t("Adds a penalty for an image that lies nearer to another class' centre; 0 is none."), ['cl-vae']),
]

const training: TrainField[] = [
  part('training', 'epochs', t('Epochs'), whole(1, 10_000),
    t('How often each member sees every training image, at most.')),
  part('training', 'leastSteps', t('At least steps'), whole(0, 10_000_000, 100),
    t('Small sets are gone through again until a member has learned from so many batches.')),
  part('training', 'batch', t('Batch'), whole(1, 4096, 16),
    t('Images that a step learns from.')),
  part('training', 'learningRate', t('Learning rate'), real(0.000001, 1, 0.001),
    t('How far a step goes: too high does not settle, too low takes long.')),
  part('training', 'schedule', t('Schedule'), choice({ constant: t('Constant'), 'one-cycle': t('One cycle') }),
    t('The learning rate stays as it is, or rises and falls once over the training.')),
  part('training', 'patience', t('Patience'), wholeOrNone(1, 10_000),
    t('Stops after so many epochs without progress on the validation images; empty never stops.')),
  part('training', 'augmentation', t('Shift and mirror'), yesOrNo,
    t('Varies the training images a little each time, which helps small sets.')),
  part('training', 'balance', t('Balance classes'), yesOrNo,
    t('Shows each class equally often, whatever its size.')),
]

const ensemble: TrainField[] = [
  top('seed', t('Seed'), whole(0, Number.MAX_SAFE_INTEGER),
    t('The number that all randomness comes from: the same seed gives the same ensemble.')),
  { ...top('order', t('Places on the sphere'), choice({ random: t('Fresh for each member'), fixed: t('All the same') }),
    t('Each member has its own order of the classes on the sphere, so that members disagree where a gap is.')),
  kinds: ['cl-vae'] },
  part('training', 'folds', t('Folds'), wholeOrNone(2, 200),
    t('Leaves one of so many folds of the images out of each member, to find wrong labels; empty: none.')),
]

/** @param names of the devices, as a choice between them shows them */
export const deviceField = (names: Record<ComputeDevice, string>): TrainField =>
  top('device', t('Device'), choice(names),
    t('What the members are trained on, and what looks at images with them: each device rounds a little differently.'))

/** All the rest, by what it is about. */
export const moreSections: { title: string; fields: TrainField[] }[] = [
  { title: t('Network'), fields: network }, { title: t('Objective'), fields: objective },
  { title: t('Training'), fields: training }, { title: t('Seed, order and folds'), fields: ensemble },
]

export const moreFields: TrainField[] = moreSections.flatMap(({ fields }) => fields)
export const allFields: TrainField[] = [
  ...mainFields, ...moreFields, deviceField({ tensorflow: 'TensorFlow', webgpu: 'WebGPU' }),
]
