import type { Command } from 'commander'
import type { BuiltInStudy, Study } from '../../../contract/studies.ts'
import { count } from '../../output/format.ts'
import { heading } from '../../output/runResult.ts'
import { printJson, printResult, resultWidth } from '../../output/streams.ts'
import { table } from '../../output/table.ts'
import { withEngine } from '../../session.ts'
import { defineCommand } from '../defineCommand.ts'

export function defineStudyList(study: Command): void {
  defineCommand(study, 'list', {
    summary: 'list the studies that come with Lacuna, and how far those are that were started',
    examples: ['study list', 'study list --json'],
    json: 'print one JSON document: { builtIn, started }',
  }).action(async ({ json }: { json?: boolean }) => {
    const lists = await withEngine(async ({ api }) => ({
      builtIn: await api.studies.builtIn(), started: await api.studies.list(),
    }))
    if (json) printJson(lists)
    else printResult(`with Lacuna\n${builtInText(lists.builtIn)}\n\nstarted\n${startedText(lists.started)}`)
  })
}

function builtInText(studies: BuiltInStudy[]): string {
  return heading(table(studies, [
    { header: 'name', text: ({ name }) => name },
    { header: 'question', text: ({ question }) => question, cut: 'end' },
  ], resultWidth()))
}

function startedText(studies: Study[]): string {
  if (studies.length === 0) return 'none'
  return heading(table(studies, [
    { header: 'name', text: ({ name }) => name },
    { header: 'cells', text: ({ cells }) => (cells === null ? 'image sets are gone' : count(cells)), right: true },
    { header: 'done', text: ({ done }) => count(done), right: true },
    { header: 'failed', text: ({ failed }) => count(failed), right: true },
    { header: 'job', text: ({ jobId }) => (jobId === null ? '' : String(jobId)), right: true },
    { header: 'question', text: ({ question }) => question, cut: 'end' },
  ], resultWidth()))
}
