import path from 'node:path'
import type { Command } from 'commander'
import { exitCodes } from '../exitCodes.ts'
import { addEnsembleOptions } from '../options/ensembleOptions.ts'
import { ensembleSettings } from '../options/ensembleSettings.ts'
import type { EnsembleOptions } from '../options/ensembleSettings.ts'
import { addImportOptions, importOptions } from '../options/importOptions.ts'
import type { TypedImportOptions } from '../options/importOptions.ts'
import { addResultOptions } from '../options/resultOptions.ts'
import type { ResultOptions } from '../options/resultOptions.ts'
import { runResultText } from '../output/runResult.ts'
import type { RunResult } from '../output/runResult.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource, readyOutputFolder } from '../outputFolder.ts'
import { withEngine } from '../session.ts'
import type { Session } from '../session.ts'
import { importStep } from '../steps/importStep.ts'
import { reportSteps } from '../steps/reportStep.ts'
import { checkDetectors, detectorsFor, scoreStep } from '../steps/scoreStep.ts'
import { failedMembers, trainStep } from '../steps/trainStep.ts'
import { defineCommand } from './defineCommand.ts'

type RunOptions = EnsembleOptions
  & TypedImportOptions
  & ResultOptions & { out: string; project?: string; json?: boolean }

export function defineRun(program: Command): void {
  const command = defineCommand(program, 'run <folder>', {
    summary: 'from a folder of images to ranked anomalies: import, train, score and report',
    examples: [
      'run fashion --hold-out Bag --out results',
      'run parts --out results --members 10 --latent 16',
      'run photos.zip --hold-out scratch --hold-out dent --size 128x96 --out results',
      'run mnist --hold-out 4 --objective paper --detector divergence --detector centre --out results --json',
    ],
  })
  command
    .requiredOption('--out <dir>', 'folder for ranking.csv, summary.json and index.html')
    .option('--project <name>', 'project to keep everything in (default: the name of the folder)')
  addEnsembleOptions(addImportOptions(addResultOptions(command))).action(run)
}

async function run(folder: string, options: RunOptions): Promise<void> {
  const source = await existingSource(folder)
  const out = await readyOutputFolder(options.out)
  const result = await withEngine(async (session) => {
    const done = await steps(session, source, out, options)
    const top = await session.api.scores.ranking({ id: done.scores[0].id, limit: 10 })
    return { done, top }
  })
  if (options.json) printJson(result.done)
  else printResult(runResultText(result.done, result.top))
  if (result.done.failedMembers.length) process.exitCode = exitCodes.someMembersFailed
}

async function steps(session: Session, source: string, out: string, options: RunOptions): Promise<RunResult> {
  const settings = ensembleSettings(options)
  await checkDetectors(session.api, options)
  const project = options.project ?? projectName(source)
  const imageSet = await importStep(session, { source, project, ...importOptions(options) })
  const ensemble = await trainStep(session, imageSet, settings)
  const detectors = await detectorsFor(session.api, options.detector, ensemble)
  const scores = await scoreStep(session, { ensembleId: ensemble.id, detectors, encoder: options.encoder })
  const reports = await reportSteps(session, scores, out, options.top)
  const failed = failedMembers(ensemble).map(({ index }) => index)
  return {
    auroc: scores[0].metrics?.auroc ?? null,
    imageSet,
    ensemble,
    scores,
    reports,
    failedMembers: failed,
  }
}

/** What a source is called: its own name, without the ending of an archive or a list. */
export function projectName(source: string): string {
  return path.basename(source).replace(/\.(zip|csv)$/i, '') || 'images'
}
