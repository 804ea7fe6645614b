import type { Command } from 'commander'
import { addReportOptions, reportOptions, type TypedReportOptions } from '../options/reportOptions.ts'
import { printJson, printResult } from '../output/streams.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { reportStep } from '../steps/reportStep.ts'
import { defineCommand } from './defineCommand.ts'

type Options = TypedReportOptions & { out: string; json?: boolean }

export function defineReport(program: Command): void {
  const command = defineCommand(program, 'report <score>', {
    summary: 'write the report of a score: a page, a PDF, the ranking, and tables as CSV and LaTeX',
    examples: [
      'report 9 --out results',
      'report 9 --out results --pdf letter --top 200',
      'report 9 --out paper --formats html,latex --sections results,comparison --comparison 2',
      'report 9 --out results --no-thumbnails --json',
    ],
  })
  command.requiredOption('--out <dir>', 'folder for the files')
  addReportOptions(command).action(report)
}

async function report(score: string, options: Options): Promise<void> {
  const id = numberOf('score', score)
  const out = await readyOutputFolder(options.out)
  const written = await withEngine(async (session) =>
    reportStep(session, await session.api.scores.show({ id }), out, reportOptions(options)))
  if (options.json) printJson(written)
  else printResult([...written.files, ...written.notes].join('\n'))
}
