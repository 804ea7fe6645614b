import type { Ensemble } from '../../contract/ensembles.ts'
import { importedName } from '../../contract/importedScores.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { TrainingSettings } from '../../contract/settings.ts'
import { count, listed, visible } from '../text.ts'
import type { PageContent } from './pageContent.ts'

/** A term and its value. */
export type SettingsRow = [string, string]

export function imageRows({ view: { imageSet, trainedOn } }: PageContent): SettingsRow[] {
  return [...setRows(imageSet, ''), ...setRows(trainedOn, 'trained on: ')]
}

function setRows(set: ImageSet | null, prefix: string): SettingsRow[] {
  if (!set) return []
  const { snapshot } = set
  const rows: SettingsRow[] = [
    ['set', `${visible(set.name)}, version ${set.version} (number ${set.id})`],
    ['source', visible(set.source)],
    ['kind', set.kind],
    ['images', `${count(set.images)}, ${count(set.problems)} not readable`],
  ]
  if (snapshot) {
    const colour = snapshot.channels === 1 ? 'grey' : 'colour'
    const range = snapshot.range.join(' to ')
    rows.push([
      'pixels',
      `${snapshot.width} × ${snapshot.height}, ${colour}, ${snapshot.fit}, intensities ${range}`,
    ])
  }
  return rows.map(([term, value]) => [prefix + term, value])
}

export function ensembleRows({ view: { ensemble } }: PageContent): SettingsRow[] {
  if (!ensemble) return []
  const { settings } = ensemble
  const { model, objective, training, order } = settings
  const { kind, alpha, radius, means, classWeight } = objective
  return [
    ['ensemble', `${visible(ensemble.name)} (number ${ensemble.id})`],
    ['members', String(settings.members)],
    ['seed', String(settings.seed)],
    ...classRows(ensemble),
    ['network', `${model.architecture}, latent dimension ${model.latent}, dense ${model.dense}`],
    [
      'objective',
      `${kind}, α ${exact(alpha)}, radius ${radius}, ${means} means, class weight ${classWeight}`,
    ],
    ['order of classes', order],
    ['training', trainingWords(training)],
    ['augmentation', onOff(training.augmentation)],
    ['class balancing', onOff(training.balance)],
    ['folds', training.folds === null ? 'none' : `${training.folds}, each member without one of them`],
  ]
}

function classRows({ known, heldOut, settings }: Ensemble): SettingsRow[] {
  const names = (classes: string[]) => listed(classes.map(visible), 40) || 'none'
  return [
    ['known classes', names(known)],
    ['held out', names(heldOut)],
    ['left out', names(settings.leftOut)],
  ]
}

function trainingWords({
  epochs,
  leastSteps,
  batch,
  learningRate,
  schedule,
  patience,
}: TrainingSettings): string {
  return (
    `${epochs} epochs, at least ${count(leastSteps)} steps, batch ${batch}, learning rate ${learningRate} `
    + `(${schedule}), patience ${patience ?? 'none'}`
  )
}

export function scoreRows({ input, view: { score, detector } }: PageContent): SettingsRow[] {
  const rule = score ? ` (${score.threshold.name}: ${score.threshold.rule})` : ''
  const described: SettingsRow[] = detector
    ? [
        ['what it says', detector.sentence],
        ['formula', detector.formula],
        ['source', detector.source],
      ]
    : []
  return [
    ['detector', detector ? `${detector.name} (${detector.id})` : importedName(input.detector) ?? input.detector],
    ...described,
    ['threshold', exact(input.threshold) + rule],
  ]
}

export function surroundingRows({ view }: PageContent): SettingsRow[] {
  const own: SettingsRow[] = [
    ['Lacuna', view.version ?? ''],
    ['made', view.created ?? ''],
  ]
  return [...own.filter(([, value]) => value !== ''), ...view.surroundings]
}

/** What the members were trained on. */
export function deviceRows({ view: { ensemble } }: PageContent): SettingsRow[] {
  if (!ensemble) return []
  return [
    ['devices', distinct(ensemble.members.map(({ device }) => device ?? 'unknown'))],
    ['threads a member', distinct(ensemble.members.map(({ threads }) => String(threads)))],
  ]
}

/** By what pixels and members are known: a member's key is a hash of all that decides its weights. */
export function hashRows({ view: { imageSet, trainedOn, ensemble } }: PageContent): SettingsRow[] {
  const snapshots = [imageSet, trainedOn].flatMap((set) => (set?.snapshot ? [[set.name, set.snapshot.sha256]] : []))
  return [
    ...snapshots.map(([name, sha256]): SettingsRow => [`snapshot of ${visible(name)}, SHA-256`, sha256]),
    ...(ensemble?.members ?? []).map(({ index, key }): SettingsRow => [`key of member ${index + 1}`, key]),
  ]
}

const exact = (value: number) => String(Number(value.toPrecision(7))).replace('-', '−')
const onOff = (value: boolean) => (value ? 'on' : 'off')
const distinct = (values: string[]) => [...new Set(values)].join('; ')
