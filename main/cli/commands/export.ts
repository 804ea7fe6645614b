import type { Command } from 'commander'
import type { ModelExported } from '../../contract/exports.ts'
import { counted } from '../output/format.ts'
import { printJson, printResult } from '../output/streams.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

/** `export model`: what leaves Lacuna to be used without it. */
export function defineExport(program: Command): void {
  const group = defineGroup(program, 'export', {
    summary: 'write a trained ensemble as files that other programs can use (has --json)',
    examples: ['export model 9 --out model'],
  })
  defineCommand(group, 'model <score>', {
    summary: 'write ensemble and detector of a score as ONNX and safetensors, with a model card and examples',
    examples: ['export model 9 --out model', 'export model 9 --out model --json'],
  })
    .requiredOption('--out <dir>', 'folder for the files')
    .action(exportModel)
}

async function exportModel(score: string, { out, json }: { out: string; json?: boolean }): Promise<void> {
  const scoreId = numberOf('score', score)
  const directory = await readyOutputFolder(out)
  const { files, agreement } = await withEngine(async (session) => {
    const { jobId } = await session.api.exports.model({ scoreId, directory })
    return (await follow(session, jobId)).result as ModelExported
  })
  if (json) return printJson({ directory, files, agreement })
  const { images, furthest } = agreement
  printResult(`${directory}: ${counted(files.length, 'file')}; its scores of ${counted(images, 'image')} are within ${furthest.toExponential(1)} of Lacuna's`)
}
