import type { Command } from 'commander'
import { printJson, printResult } from '../output/streams.ts'
import { details } from '../output/details.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

export function defineDetectors(program: Command): void {
  defineCommand(program, 'detectors', {
    summary: 'list the rules that turn an image into an anomaly score, and what they need',
    examples: ['detectors', 'detectors --json'],
  }).action(async ({ json }: { json?: boolean }) => {
    const all = await withEngine(({ api }) => api.detectors.list())
    if (json) return printJson(all)
    printResult(
      all
        .map(
          ({ id, name, sentence, formula, source, reads, fewestClasses, fewestMembers = 1 }) =>
            `${id}\n${indented(
              details([
                ['name', name],
                ['what it says', sentence],
                ['formula', formula],
                ['source', source],
                ['reads', reads],
                ['known classes', `at least ${fewestClasses}`],
                ['members', `at least ${fewestMembers}`],
              ]),
            )}`,
        )
        .join('\n\n'),
    )
  })
}

const indented = (text: string) => text.replace(/^/gm, '  ')
