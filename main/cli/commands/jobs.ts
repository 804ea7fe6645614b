import type { Command } from 'commander'
import type { Job } from '../../contract/jobs.ts'
import type { Api } from '../../client/connect.ts'
import { jobText } from '../output/jobText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

const verbs: ['cancel' | 'pause' | 'resume', string][] = [
  ['cancel', 'end a job; what it had finished stays, the rest is lost'],
  ['pause', 'pause a training: its members leave checkpoints to go on from'],
  ['resume', 'go on with a paused training'],
]

/** `cancel`, `pause` and `resume`: each tells the engine and shows the job as it is then. */
export function defineJobCommands(program: Command): void {
  for (const [verb, summary] of verbs) {
    defineCommand(program, `${verb} <job>`, { summary, examples: [`${verb} 7`, 'list jobs'] }).action(
      async (job: string, { json }: { json?: boolean }) => {
        const id = numberOf('job', job)
        const now: Job = await withEngine(({ api }: { api: Api }) => api.jobs[verb]({ id }))
        if (json) printJson(now)
        else printResult(jobText(now))
      },
    )
  }
}
