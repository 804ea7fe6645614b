import { access } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Ensemble } from '../../contract/ensembles.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { RankedImage, Score } from '../../contract/scores.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import { absolute } from '../callerFolder.ts'
import { usageFailure } from '../failures.ts'
import { deviceOption } from '../options/deviceOption.ts'
import { addResultOptions } from '../options/resultOptions.ts'
import type { ResultOptions } from '../options/resultOptions.ts'
import { runResultText } from '../output/runResult.ts'
import { printJson, printResult } from '../output/streams.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { findEnsemble, findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import type { Session } from '../session.ts'
import { importStep } from '../steps/importStep.ts'
import { reportSteps } from '../steps/reportStep.ts'
import type { Report } from '../steps/reportStep.ts'
import { checkDetectors, detectorsFor, scoreStep } from '../steps/scoreStep.ts'
import { defineCommand } from './defineCommand.ts'
import { projectName } from './run.ts'

type Options = ResultOptions & { ensemble: string; out?: string; unlabelled?: boolean; device?: ComputeDevice; json?: boolean }

export function defineScore(program: Command): void {
  const command = defineCommand(program, 'score [images]', {
    summary: "score images with a trained ensemble: a new folder, an imported set, or the ensemble's own",
    examples: [
      'score new-photos --ensemble 2 --out results',
      'score 4 --ensemble 2 --detector centre --json',
      'score --ensemble 2',
      'score --ensemble 2 --detector encoder-knn --encoder resnet18',
    ],
  })
  command
    .requiredOption('--ensemble <ensemble>', 'the ensemble, by number or name')
    .option('--out <dir>', 'also write ranking.csv, summary.json and index.html there')
    .option('--unlabelled', 'take every image under a new folder, without classes')
    .addOption(deviceOption('what the ensemble was trained on'))
    .addHelpText(
      'after',
      "\nA file or folder that is there is imported the way the ensemble's own images were. A number, and\n"
        + 'any other name, is that of an imported set. Write ./3 for a folder that is called 3.',
    )
  addResultOptions(command).action(score)
}

async function score(images: string | undefined, options: Options): Promise<void> {
  const out = options.out === undefined ? undefined : await readyOutputFolder(options.out)
  const { top, ...result } = await withEngine((session) => steps(session, images, out, options))
  if (options.json) printJson({ auroc: result.scores[0].metrics?.auroc ?? null, ...result })
  else printResult(runResultText(result, top))
}

interface Scored {
  ensembleId: number
  scores: Score[]
  reports: Report[]
  top: RankedImage[]
}

async function steps(
  session: Session,
  images: string | undefined,
  out: string | undefined,
  options: Options,
): Promise<Scored> {
  const { api } = session
  await checkDetectors(api, options)
  const ensemble = await findEnsemble(api, options.ensemble)
  const imageSetId =
    images === undefined ? ensemble.imageSetId : await imageSetOf(session, images, ensemble, options)
  const detectors = await detectorsFor(api, options.detector, ensemble)
  const { encoder, device } = options
  const scores = await scoreStep(session, { ensembleId: ensemble.id, imageSetId, detectors, encoder, device })
  const reports = out === undefined ? [] : await reportSteps(session, scores, out, options.top)
  const top = await api.scores.ranking({ id: scores[0].id, limit: 10 })
  return { ensembleId: ensemble.id, scores, reports, top }
}

/**
 * What is meant by `images`: a number is an imported set, what lies on
 * the disk is imported, any other name is a set.
 */
async function imageSetOf(
  session: Session,
  images: string,
  ensemble: Ensemble,
  options: Options,
): Promise<number> {
  const source = absolute(images)
  if (/^\d+$/.test(images)) return (await findImageSet(session.api, images)).id
  if (await isThere(source)) return (await importLike(session, source, ensemble, options)).id
  if (/[/\\]/.test(images)) throw usageFailure(`There is no ${source}.`, 'Check the path.')
  return (await findImageSet(session.api, images)).id
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** Imports images the way the ensemble's own were, into its project. */
async function importLike(
  session: Session,
  source: string,
  { projectId, imageSetId }: Ensemble,
  { unlabelled }: Options,
): Promise<ImageSet> {
  const projects = await session.api.projects.list()
  const project = projects.find(({ id }) => id === projectId)!.name
  return importStep(session, { source, project, name: projectName(source), like: imageSetId, unlabelled })
}
