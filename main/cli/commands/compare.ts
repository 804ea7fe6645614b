import type { Command } from 'commander'
import { comparisonText } from '../output/comparisonText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

/** `compare`: two to four scores side by side. */
export function defineCompare(program: Command): void {
  defineCommand(program, 'compare <scores...>', {
    summary: 'compare two to four scores on the images they have in common: figures, paired tests, what differs',
    examples: ['compare 3 7', 'compare 3 7 9 --json'],
  }).action(async (names: string[], { json }: { json?: boolean }) => {
    const scoreIds = names.map((name) => numberOf('score', name))
    const comparison = await withEngine(({ api }) => api.comparisons.compute({ scoreIds }))
    if (json) printJson(comparison)
    else printResult(comparisonText(comparison))
  })
}
