import type { Command } from 'commander'
import { absolute } from '../callerFolder.ts'
import { counted } from '../output/format.ts'
import { note, printJson, printResult } from '../output/streams.ts'
import { defineCommand } from './defineCommand.ts'

export function defineSample(program: Command): void {
  defineCommand(program, 'sample <dir>', {
    summary: 'unpack the bundled sample (a part of Fashion-MNIST) into a new folder',
    examples: ['sample fashion', 'run fashion --hold-out Bag --out results'],
  }).action(async (dir: string, { json }: { json?: boolean }) => {
    const { writeSample } = await import('../../datasets/sample.ts')
    const directory = absolute(dir)
    const images = await writeSample(directory)
    if (json) return printJson({ directory, images })
    printResult(directory)
    note(`${counted(images, 'image')} unpacked. Try: lacuna run ${dir} --hold-out Bag --out results`)
  })
}
