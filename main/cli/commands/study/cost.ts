import type { Command } from 'commander'
import { costText } from '../../output/studyCostText.ts'
import { printJson, printResult } from '../../output/streams.ts'
import { withEngine } from '../../session.ts'
import { readStudy } from '../../steps/study/readStudy.ts'
import { readySets } from '../../steps/study/readySets.ts'
import { defineCommand } from '../defineCommand.ts'
import { addStudyOptions, type WhichStudy } from './options.ts'

export function defineStudyCost(study: Command): void {
  const command = defineCommand(study, 'cost <study>', {
    summary: 'tell how many hours a study will train on this machine, from measured steps',
    examples: ['study cost paper-mnist', 'study cost paper-mnist --quick', 'study cost my-study.yaml --seeds 1,2'],
  })
  addStudyOptions(command).action(async (name: string, options: WhichStudy & { json?: boolean }) => {
    const read = await readStudy(name, options)
    const cost = await withEngine(async (session) => {
      await readySets(session, read)
      return session.api.studies.cost({ spec: read.spec, device: options.device })
    })
    if (options.json) printJson(cost)
    else printResult(costText(cost))
  })
}
