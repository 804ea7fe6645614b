import type { Command } from 'commander'
import { exitCodes } from '../../exitCodes.ts'
import { wholeNumber } from '../../options/values.ts'
import { costLine } from '../../output/studyCostText.ts'
import { note, printJson, warn } from '../../output/streams.ts'
import { readyOutputFolder } from '../../outputFolder.ts'
import { follow } from '../../progress/follow.ts'
import { type Session, withEngine } from '../../session.ts'
import { readStudy, type ReadStudy } from '../../steps/study/readStudy.ts'
import { readySets } from '../../steps/study/readySets.ts'
import { printTables, writeTables } from '../../steps/study/tellResults.ts'
import { defineCommand } from '../defineCommand.ts'
import { addStudyOptions, type WhichStudy } from './options.ts'

type Options = WhichStudy & { results?: string; cells?: number; json?: boolean }

export function defineStudyRun(study: Command): void {
  const command = defineCommand(study, 'run <study>', {
    summary: 'run what is missing of a study (a name or a file), and print its table',
    examples: [
      'study run paper-mnist --quick',
      'study run paper-mnist --results results/mnist',
      'study run my-study.yaml --seeds 1,2 --cells 10 --json',
    ],
    json: 'print one JSON document: { study, job, cells }',
  })
  addStudyOptions(command)
    .option('--results <dir>', 'folder whose cells.json is taken for done and written after each cell, with the tables')
    .option('--cells <n>', 'run so many cells and stop', wholeNumber(1))
    .action(run)
}

async function run(name: string, options: Options): Promise<void> {
  const read = await readStudy(name, options)
  const results = options.results === undefined ? undefined : await readyOutputFolder(options.results)
  const done = await withEngine((session) => runStudy(session, read, { limit: options.cells, results, device: options.device }))
  const failed = done.cells.filter(({ state }) => state === 'failed')
  const { study, job, cells } = done
  if (results !== undefined) await writeTables(done, results)
  if (options.json) printJson({ study, job, cells })
  else printTables(done)
  for (const { set, case: name, arm, seed, reason } of failed)
    warn(`${set}, ${name}, ${arm}, seed ${seed}: ${reason ?? 'failed'}`)
  if (failed.length > 0) process.exitCode = exitCodes.someMembersFailed
}

async function runStudy(session: Session, read: ReadStudy, more: Pick<Options, 'device'> & { limit?: number; results?: string }) {
  const { api } = session
  await readySets(session, read)
  note(costLine(await api.studies.cost({ spec: read.spec, device: more.device })))
  const { jobId } = await api.studies.start({ spec: read.spec, ...more })
  const job = await follow(session, jobId)
  const { name } = read.spec
  const { spec, cases } = await api.studies.show({ name })
  return { study: name, job: job.result, spec, cases, cells: await api.studies.cells({ name }) }
}
