import type { Command } from 'commander'
import { wholeNumber } from '../options/values.ts'
import { printJson, printResult } from '../output/streams.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { reportStep } from '../steps/reportStep.ts'
import { defineCommand } from './defineCommand.ts'

export function defineReport(program: Command): void {
  defineCommand(program, 'report <score>', {
    summary: 'write the report of a score again: ranking.csv, summary.json and index.html',
    examples: ['report 9 --out results', 'report 9 --out results --top 200'],
  })
    .requiredOption('--out <dir>', 'folder for the three files')
    .option('--top <n>', 'images on the page (default: 60)', wholeNumber(1, 2000))
    .action(async (score: string, options: { out: string; top?: number; json?: boolean }) => {
      const id = numberOf('score', score)
      const out = await readyOutputFolder(options.out)
      const report = await withEngine(async (session) =>
        reportStep(session, await session.api.scores.show({ id }), out, options.top),
      )
      if (options.json) printJson(report)
      else printResult(report.page)
    })
}
