import type { Command } from 'commander'
import { matrixText } from '../../output/studyMatrix.ts'
import { printJson, printResult } from '../../output/streams.ts'
import { withEngine } from '../../session.ts'
import { defineCommand } from '../defineCommand.ts'

export function defineStudyShow(study: Command): void {
  defineCommand(study, 'show <name>', {
    summary: 'show the table of a study as far as it is',
    examples: ['study show paper-mnist', 'study show paper-mnist --json'],
    json: 'print one JSON document: the study with its specification and cells',
  }).action(async (name: string, { json }: { json?: boolean }) => {
    const shown = await withEngine(async ({ api }) => ({
      ...await api.studies.show({ name }), results: await api.studies.cells({ name }),
    }))
    if (json) printJson(shown)
    else printResult(matrixText(shown.spec, shown.results))
  })
}
