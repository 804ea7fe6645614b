import { importedName } from '../../contract/importedScores.ts'
import { preset } from '../../contract/presets.ts'
import { type ReportOptions, reportSections } from '../../contract/reports.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'

/** Command lines that make a score from its images, and its report again. */
export function reportCommands(store: Store, score: ScoreRecord, options: ReportOptions): string[] {
  const ensemble = store.ensembles.show(score.ensembleId)!
  const report = line('report', String(score.id), ...reportFlags(options))
  if (importedName(score.detector) !== null) return [report]
  const [set, own] = [score.imageSetId, ensemble.imageSetId].map((id) => store.imageSets.show(id)!)
  return [
    ...trainingLines(store, ensemble),
    line('score', ...(set.id === own.id ? [] : [set.source]), '--ensemble', ensemble.name, '--detector', score.detector),
    report,
  ]
}

/** How an ensemble is come by: from images, or out of another one and what was judged then. */
function trainingLines(store: Store, ensemble: EnsembleRecord): string[] {
  const set = store.imageSets.show(ensemble.imageSetId)!
  const from = store.retrainings.of(ensemble.id).find(({ ensembleId }) => ensembleId === ensemble.id)
  if (from) {
    const before = store.ensembles.show(from.beforeId)!
    return [
      ...trainingLines(store, before), line('score', '--ensemble', before.name), line('verdicts', 'import', set.name, 'verdicts.csv'),
      line('retrain', before.name, '--name', ensemble.name),
    ]
  }
  const project = ['--project', store.projects.show(ensemble.projectId)!.name]
  return [
    line('import', set.source, ...project, '--name', set.name, ...snapshotFlags(set)),
    line('train', set.name, '--name', ensemble.name, ...settingFlags(ensemble.settings)),
  ]
}

type SnapshotOf = Pick<NonNullable<ReturnType<Store['imageSets']['show']>>, 'snapshot'>

function snapshotFlags({ snapshot }: SnapshotOf): string[] {
  if (!snapshot) return []
  const { width, height, channels, fit } = snapshot
  return ['--size', `${width}x${height}`, '--colour', channels === 1 ? 'grey' : 'rgb', '--fit', fit]
}

/** What differs from the preset, and what there is no preset for. */
function settingFlags({ members, seed, order, heldOut, leftOut, model, objective, training, device }: EnsembleSettings): string[] {
  const usual = preset(objective.kind, model.kind)
  const { patience, folds, augmentation, balance } = training
  const changed: [string, unknown, unknown][] = [
    ['order', order, usual.order], ['architecture', model.architecture, usual.model.architecture],
    ['latent', model.latent, usual.model.latent], ['dense', model.dense, usual.model.dense],
    ['alpha', objective.alpha, usual.objective.alpha], ['class-weight', objective.classWeight, usual.objective.classWeight],
    ['radius', objective.radius, usual.objective.radius], ['means', objective.means, usual.objective.means],
    ['epochs', training.epochs, usual.training.epochs], ['least-steps', training.leastSteps, usual.training.leastSteps],
    ['batch', training.batch, usual.training.batch],
    ['learning-rate', training.learningRate, usual.training.learningRate],
    ['schedule', training.schedule, usual.training.schedule], ['patience', patience, usual.training.patience],
    ['folds', folds, usual.training.folds], ['device', device, usual.device],
  ]
  return [
    ...heldOut.flatMap((name) => ['--hold-out', name]), ...leftOut.flatMap((name) => ['--leave-out', name]),
    '--members', String(members), '--seed', String(seed), '--objective', objective.kind, '--model', model.kind,
    ...changed.filter(([, own, preset]) => own !== preset).flatMap(([flag, own]) => [`--${flag}`, String(own ?? 'none')]),
    ...(augmentation ? ['--augment'] : []), ...(balance ? ['--balance'] : []),
  ]
}

function reportFlags(options: ReportOptions): string[] {
  const { sections, formats, paper, top, maxMegabytes, thumbnails, comparisonId, study, paths, title, question, preparedBy } = options
  const said = { title, question, 'prepared-by': preparedBy }
  return [
    '--out', 'report', ...(sections.length < reportSections.length ? ['--sections', sections.join(',')] : []),
    '--formats', formats.join(','), ...(formats.includes('pdf') ? ['--pdf', paper] : []), '--top', String(top),
    '--max-mb', String(maxMegabytes), ...(thumbnails === 'top' ? [] : ['--thumbnails', thumbnails]),
    ...(comparisonId === undefined ? [] : ['--comparison', String(comparisonId)]),
    ...(study === undefined ? [] : ['--study', study]), ...(paths ? ['--paths'] : []),
    ...Object.entries(said).flatMap(([flag, text]) => (text === undefined ? [] : [`--${flag}`, text])),
  ]
}

const line = (...words: string[]) => ['lacuna', ...words].map(quoted).join(' ')

/** As a POSIX shell reads it. */
const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)
