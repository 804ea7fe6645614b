import type { Command } from 'commander'
import { bytes } from '../../output/format.ts'
import { printJson, printResult } from '../../output/streams.ts'
import { withEngine } from '../../session.ts'
import { defineCommand } from '../defineCommand.ts'

export function defineStudyRemove(study: Command): void {
  defineCommand(study, 'remove <name>', {
    summary: 'remove a study and the members it trained; what its cells gave stays known',
    examples: ['study remove paper-mnist-quick'],
  }).action(async (name: string, { json }: { json?: boolean }) => {
    const removed = await withEngine(({ api }) => api.studies.remove({ name }))
    if (json) printJson({ name, ...removed })
    else printResult(`Removed the study ${name}; ${bytes(removed.freedBytes)} became free.`)
  })
}
