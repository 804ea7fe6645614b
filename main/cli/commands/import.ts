import type { Command } from 'commander'
import { addImportOptions, importOptions } from '../options/importOptions.ts'
import type { TypedImportOptions } from '../options/importOptions.ts'
import { imageSetText } from '../output/imageSetText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { withEngine } from '../session.ts'
import { importStep } from '../steps/importStep.ts'
import { defineCommand } from './defineCommand.ts'
import { projectName } from './run.ts'

type Options = TypedImportOptions & { project?: string; name?: string; json?: boolean }

export function defineImport(program: Command): void {
  const command = defineCommand(program, 'import <source>', {
    summary: 'read a folder, zip, CSV, IDX or CIFAR-10 files into an image set',
    examples: [
      'import parts',
      'import parts --project Parts --size 96 --colour grey',
      'import mnist --split 0.1,0.2 --json',
    ],
  })
  command
    .option('--project <name>', 'project to import into (default: the name of the source)')
    .option('--name <name>', 'name of the image set (default: the name of the source)')
  addImportOptions(command).action(async (source: string, options: Options) => {
    const full = await existingSource(source)
    const project = options.project ?? projectName(full)
    const set = await withEngine((session) =>
      importStep(session, { source: full, project, name: options.name, ...importOptions(options) }),
    )
    if (options.json) printJson(set)
    else printResult(imageSetText(set))
  })
}
