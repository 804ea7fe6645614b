import type { Command } from 'commander'
import { defineGroup } from '../defineCommand.ts'
import { defineStudyCost } from './cost.ts'
import { defineStudyData } from './data.ts'
import { defineStudyList } from './list.ts'
import { defineStudyRemove } from './remove.ts'
import { defineStudyRun } from './run.ts'
import { defineStudyShow } from './show.ts'

/** `lacuna study`: grids of runs whose table answers a question. */
export function defineStudy(program: Command): void {
  const study = defineGroup(program, 'study', {
    summary: 'compare detectors and settings over classes and seeds, with a table at the end',
    examples: ['study run paper-mnist --quick', 'study cost my-study.yaml', 'study show paper-mnist'],
  })
  const commands = [
    defineStudyRun, defineStudyCost, defineStudyList, defineStudyShow, defineStudyRemove, defineStudyData,
  ]
  commands.forEach((define) => define(study))
}
