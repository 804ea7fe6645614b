import type { Command } from 'commander'
import { defineStudyCost } from './cost.ts'
import { defineStudyData } from './data.ts'
import { defineStudyList } from './list.ts'
import { defineStudyRemove } from './remove.ts'
import { defineStudyRun } from './run.ts'
import { defineStudyShow } from './show.ts'

/** `lacuna study`: grids of runs whose table answers a question. */
export function defineStudy(program: Command): void {
  const study = program
    .command('study')
    .summary('compare detectors and settings over classes and seeds, with a table at the end')
    .description('A study is a file: image sets, which classes are held out, what is compared, and with which seeds.')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('See "lacuna study --help".')
  const commands = [
    defineStudyRun, defineStudyCost, defineStudyList, defineStudyShow, defineStudyRemove, defineStudyData,
  ]
  commands.forEach((define) => define(study))
}
