import { type Command, Option } from 'commander'
import { preset } from '../../contract/presets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { deviceOption } from './deviceOption.ts'
import { gathered, numberFromZero, positiveNumber, wholeNumber, wholeNumberOrNone } from './values.ts'

/**
 * Adds the options that describe an ensemble; what is not typed is
 * taken from the preset that --objective names.
 */
export function addEnsembleOptions(command: Command): Command {
  const groups: [string, Option[]][] = [
    ['Classes:', classOptions()],
    ['Ensemble:', ensembleOptions()],
    ['Network and objective:', modelOptions()],
    ['Training:', trainingOptions()],
  ]
  for (const [group, options] of groups) for (const one of options) command.addOption(one.helpGroup(group))
  return command
}

function classOptions(): Option[] {
  const heldOut = 'keep a class out of training, and look for it as the anomaly (repeatable)'
  const leftOut = 'keep a class out of training and of the metrics (repeatable)'
  return [
    new Option('--hold-out <class>', heldOut).argParser(gathered),
    new Option('--leave-out <class>', leftOut).argParser(gathered),
  ]
}

function ensembleOptions(): Option[] {
  const presets = ['recommended', 'paper', 'as-coded']
  const order = 'a fresh order of the classes on the sphere for each member, or one for all'
  return [
    new Option('--objective <name>', 'the settings to start from').choices(presets).default(presets[0]),
    valued('--members <n>', 'networks in the ensemble', (s) => s.members, wholeNumber(1, 200)),
    valued('--seed <n>', 'the seed that all randomness comes from', (s) => s.seed, wholeNumber(0)),
    chosen('--order <name>', order, (s) => s.order, ['random', 'fixed']),
  ]
}

function modelOptions(): Option[] {
  const architectures = ['auto', 'mnist', 'fashion-mnist', 'cifar-10']
  const kinds = 'class-latent VAE, VAE without classes, or convolutional classifier'
  const alpha = 'weight of the reconstruction, between 0 and 1'
  const classWeight = 'weight of the class cross-entropy, beside the two parts above'
  const radius = 'radius of the sphere that the class means lie on'
  const means = 'class means stay where they are put, or are learned'
  return [
    new Option('--model <kind>', kinds).choices(['cl-vae', 'vae', 'cnn']).default('cl-vae'),
    chosen('--architecture <name>', 'the network', (s) => s.model.architecture, architectures),
    valued('--latent <n>', 'dimensions of the latent space', (s) => s.model.latent, wholeNumber(2, 256)),
    valued('--dense <n>', 'units of the dense layer', (s) => s.model.dense, wholeNumber(1, 4096)),
    valued('--alpha <number>', alpha, (s) => asFraction(s.objective.alpha), positiveNumber(0, 1)),
    valued('--class-weight <number>', classWeight, (s) => s.objective.classWeight, numberFromZero),
    valued('--radius <number>', radius, (s) => s.objective.radius, positiveNumber()),
    chosen('--means <name>', means, (s) => s.objective.means, ['fixed', 'learned']),
  ]
}

function trainingOptions(): Option[] {
  const leastSteps = 'train at least so many steps, however few images there are'
  const patience = 'stop after so many epochs without progress, or "none"'
  const schedules = ['constant', 'one-cycle']
  const folds = 'leave one of so many folds of the training images out of each member, or "none"'
  return [
    valued('--epochs <n>', 'epochs, at most', (s) => s.training.epochs, wholeNumber(1, 10_000)),
    valued('--least-steps <n>', leastSteps, (s) => s.training.leastSteps, wholeNumber(0, 10_000_000)),
    valued('--batch <n>', 'images a step', (s) => s.training.batch, wholeNumber(1, 4096)),
    valued(
      '--learning-rate <number>',
      'learning rate of Adam',
      (s) => s.training.learningRate,
      positiveNumber(),
    ),
    chosen('--schedule <name>', 'how the learning rate goes', (s) => s.training.schedule, schedules),
    valued('--patience <n>', patience, (s) => s.training.patience ?? 'none', wholeNumberOrNone(1)),
    valued('--folds <n>', folds, (s) => s.training.folds ?? 'none', wholeNumberOrNone(2)),
    new Option('--augment', 'shift training images a little, and vary their brightness'),
    new Option('--balance', 'show every class equally often'),
    deviceOption(),
  ]
}

type Setting = (settings: EnsembleSettings) => string | number

function valued<T>(flags: string, text: string, setting: Setting, parse: (text: string) => T): Option {
  return new Option(flags, `${text} ${usual(setting)}`).argParser(parse)
}

function chosen(flags: string, text: string, setting: Setting, choices: string[]): Option {
  return new Option(flags, `${text} ${usual(setting)}`).choices(choices)
}

/**
 * What a setting is where it is not typed: in the recommended
 * settings, and in the paper's where those differ.
 */
function usual(setting: Setting): string {
  const [own, paper] = [setting(preset('recommended')), setting(preset('paper'))]
  return own === paper ? `(default: ${own})` : `(default: ${own}; paper: ${paper})`
}

function asFraction(value: number): string {
  const denominator = Math.round(1 / value)
  return Math.abs(1 / denominator - value) < 1e-12 ? `1/${denominator}` : String(value)
}
