import { type Command, Option } from 'commander'
import type { ImageFolders, ImagesExported, ModelExported } from '../../contract/exports.ts'
import { wholeNumber } from '../options/values.ts'
import { counted } from '../output/format.ts'
import { printJson, printResult, warn } from '../output/streams.ts'
import { usageFailure } from '../failures.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { numberOf } from '../resolveNumber.ts'
import { type Session, withEngine } from '../session.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

/** `export model` and `export images`: what leaves Lacuna to be used without it. */
export function defineExport(program: Command): void {
  const group = defineGroup(program, 'export', {
    summary: 'write a trained ensemble, or images, as files that other programs can use (each has --json)',
    examples: ['export model 9 --out model', 'export images 9 --flagged --out strange'],
  })
  defineCommand(group, 'model <score>', {
    summary: 'write ensemble and detector of a score as ONNX and safetensors, with a model card and examples',
    examples: ['export model 9 --out model', 'export model 9 --out model --json'],
  })
    .requiredOption('--out <dir>', 'folder for the files')
    .action(exportModel)
  defineImages(group)
}

function defineImages(group: Command): void {
  defineCommand(group, 'images <score>', {
    summary: 'write the strangest images of a score into a folder: the originals are copied or linked to, never moved',
    examples: ['export images 9 --flagged --out strange', 'export images 9 --top 50 --links --folders none --out top'],
  })
    .requiredOption('--out <dir>', 'folder for the images')
    .option('--flagged', 'those above the threshold')
    .option('--top <n>', 'so many of the highest scores (default: 100)', wholeNumber(1, 100_000))
    .option('--links', 'links to the originals instead of copies')
    .addOption(new Option('--folders <by>', 'a folder for each class, for each verdict, or none').choices(['class', 'verdict', 'none']).default('class'))
    .action(exportImages)
}

interface ImagesOptions { out: string; flagged?: boolean; top?: number; links?: boolean; folders: ImageFolders; json?: boolean }

async function exportImages(score: string, { out, links, folders, json, ...which }: ImagesOptions): Promise<void> {
  const id = numberOf('score', score)
  const directory = await readyOutputFolder(out)
  const result = await withEngine(async (session) => {
    const { imageSetId } = await session.api.scores.show({ id })
    const positions = await highest(session, id, which)
    const { jobId } = await session.api.exports.images({ imageSetId, positions, directory, folders, as: links ? 'links' : 'copies' })
    return (await follow(session, jobId)).result as ImagesExported
  })
  if (json) return printJson({ directory, ...result })
  for (const { path, message } of result.failed) warn(`${path}: ${message}`)
  printResult(`${directory}: ${counted(result.written, 'image')}${result.failures > 0 ? `, ${result.failures} could not be written` : ''}`)
}

const pageRows = 10_000

/** The positions of the highest scores, those above the threshold where that is asked for. */
async function highest({ api }: Session, id: number, { flagged = false, top }: Pick<ImagesOptions, 'flagged' | 'top'>): Promise<number[]> {
  const most = top ?? (flagged ? Infinity : 100)
  const positions: number[] = []
  while (positions.length < most) {
    const page = await api.scores.ranking({ id, offset: positions.length, limit: Math.min(pageRows, most - positions.length) })
    const wanted = flagged ? page.filter((image) => image.flagged) : page
    positions.push(...wanted.map(({ position }) => position))
    if (wanted.length < page.length || page.length === 0) break
  }
  if (positions.length === 0) throw usageFailure('No image of the score is above its threshold.', 'Take --top instead of --flagged.')
  return positions
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
  printResult(`${directory}: ${counted(files.length, 'file')}; its scores of ${counted(images, 'image')} are Lacuna's within ${furthest.toExponential(1)} of their standard deviation`)
}
