import type { Ensemble, Member } from '../../contract/ensembles.ts'
import { duration, listed } from '../../reports/text.ts'
import { details } from './details.ts'
import { count, figure, moment, percent } from './format.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** An ensemble for people: its settings, and its members with their health. */
export function ensembleText(ensemble: Ensemble): string {
  const members = table(
    ensemble.members,
    [
      { header: 'member', text: ({ index }) => String(index), right: true },
      { header: 'state', text: ({ state, reused }) => (reused && state === 'done' ? 'done before' : state) },
      {
        header: 'epochs',
        text: ({ curve }) => (curve.length ? String(curve.at(-1)!.epoch) : '-'),
        right: true,
      },
      { header: 'loss', text: ({ curve }) => (curve.length ? figure(curve.at(-1)!.loss) : '-'), right: true },
      {
        header: 'accuracy',
        text: ({ health }) => (health?.accuracy == null ? '-' : percent(health.accuracy)),
        right: true,
      },
      { header: 'time', text: ({ seconds }) => (seconds === null ? '-' : duration(seconds)), right: true },
      { header: 'health', text: words, cut: 'end' },
    ],
    resultWidth(),
  )
  return `${details(entries(ensemble))}\n\n${heading(members)}`
}

function words({ health, reason }: Member): string {
  if (reason) return reason
  return health ? `${health.healthy ? 'healthy' : 'not healthy'}: ${health.sentences.join(' ')}` : '-'
}

function entries({
  id,
  name,
  created,
  imageSetId,
  known,
  heldOut,
  settings,
}: Ensemble): [string, string | null][] {
  const { model, objective, training, device } = settings
  const { kind, alpha, radius, means } = objective
  return [
    ['ensemble', String(id)],
    ['name', name],
    ['made', moment(created)],
    ['image set', String(imageSetId)],
    ['known', listed(known, 30)],
    ['held out', listed(heldOut, 30) || 'none'],
    ['left out', listed(settings.leftOut, 30)],
    ['seed', String(settings.seed)],
    ['device', device === 'webgpu' ? 'a graphics card by WebGPU' : null],
    [
      'network',
      `${model.architecture}, latent ${model.latent}, dense ${model.dense}, ${settings.order} order`,
    ],
    ['objective', `${kind}, alpha ${figure(alpha)}, radius ${radius}, ${means} means`],
    [
      'training',
      `${training.epochs} epochs, at least ${count(training.leastSteps)} steps, batch ${training.batch}, `
        + `${training.learningRate} (${training.schedule}), patience ${training.patience ?? 'none'}`
        + `${training.augmentation ? ', augmented' : ''}${training.balance ? ', balanced' : ''}`
        + (training.folds === null ? '' : `, each member without one of ${training.folds} folds`),
    ],
  ]
}
