import path from 'node:path'
import type { Command } from 'commander'
import type { Ensemble } from '../../contract/ensembles.ts'
import type { JudgedLabel, LabelScores } from '../../contract/labels.ts'
import { labelObjective } from '../../contract/presets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { exitCodes } from '../exitCodes.ts'
import { usageFailure } from '../failures.ts'
import { addEnsembleOptions } from '../options/ensembleOptions.ts'
import { ensembleSettings } from '../options/ensembleSettings.ts'
import type { EnsembleOptions } from '../options/ensembleSettings.ts'
import { wholeNumber } from '../options/values.ts'
import { labelsText } from '../output/labelsText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { findEnsemble, findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import type { Session } from '../session.ts'
import { labelsStep, writeLabels } from '../steps/labelsStep.ts'
import { failedMembers, trainStep } from '../steps/trainStep.ts'
import { defineCommand } from './defineCommand.ts'

type Options = EnsembleOptions & { ensemble?: string; out?: string; top: number; json?: boolean }

/** Folds where none are typed; and as many members as folds. */
const usualFolds = 5

interface Judged { ensembleId: number; labels: LabelScores; file: string | null; top: JudgedLabel[]; failedMembers: number[] }

export function defineLabels(program: Command): void {
  const command = defineCommand(program, 'labels [set]', {
    summary: 'find wrong labels and foreign images among those of an image set',
    examples: ['labels parts --out results', 'labels 3 --folds 10 --members 10 --json', 'labels --ensemble 2 --top 100'],
  })
  command
    .option('--ensemble <ensemble>', 'judge by this ensemble, which was trained with folds')
    .option('--out <dir>', 'folder for labels.csv, which lists every image')
    .option('--top <n>', 'images to list here', wholeNumber(0, 10_000), 20)
    .addHelpText(
      'after',
      `\nEvery image is judged by members that never saw it: each leaves one of --folds folds out (${usualFolds} where none\n`
        + 'are typed, with as many members). They have no class cross-entropy unless --class-weight says so.',
    )
  addEnsembleOptions(command).action(labels)
}

async function labels(set: string | undefined, options: Options): Promise<void> {
  if ((set === undefined) === (options.ensemble === undefined)) {
    throw usageFailure('Either an image set or --ensemble is needed, and not both.', 'See "lacuna labels --help".')
  }
  const out = options.out === undefined ? undefined : await readyOutputFolder(options.out)
  const judged = await withEngine((session) => judge(session, set, out, options))
  if (options.json) printJson(judged)
  else printResult(labelsText(judged.labels, judged.top, judged.file))
  if (judged.failedMembers.length) process.exitCode = exitCodes.someMembersFailed
}

async function judge(session: Session, set: string | undefined, out: string | undefined, options: Options): Promise<Judged> {
  const ensemble = await ensembleFor(session, set, options)
  const { id: ensembleId } = ensemble
  const labels = await labelsStep(session, ensembleId)
  const file = out === undefined ? null : path.join(out, 'labels.csv')
  if (file) await writeLabels(session, ensembleId, file)
  const top = options.top ? await session.api.labels.list({ ensembleId, limit: options.top }) : []
  return { ensembleId, labels, file, top, failedMembers: failedMembers(ensemble).map(({ index }) => index) }
}

async function ensembleFor(session: Session, set: string | undefined, options: Options): Promise<Ensemble> {
  if (options.ensemble !== undefined) return findEnsemble(session.api, options.ensemble)
  const imageSet = await findImageSet(session.api, set!)
  return trainStep(session, imageSet, withFolds(ensembleSettings({ ...usualObjective(options), ...options }), options))
}

/** What the recommended settings are where nothing else is typed. */
const usualObjective = ({ objective, model }: Options): Partial<EnsembleOptions> =>
  objective === 'recommended' && model === 'cl-vae' ? labelObjective : {}

/** The settings with folds, and with a member for each where nobody said how many. */
function withFolds(settings: EnsembleSettings, { folds, members }: EnsembleOptions): EnsembleSettings {
  if (folds === 'none') throw usageFailure('Labels are judged with folds only.', 'Leave --folds out, or give a number.')
  const count = folds ?? Math.min(usualFolds, Math.max(2, members ?? usualFolds))
  return { ...settings, members: members ?? count, training: { ...settings.training, folds: count } }
}
