import { type Command, Option } from 'commander'
import { mostVerdicts } from '../../contract/verdictLimits.ts'
import type { ImageVerdict, VerdictImport } from '../../contract/verdicts.ts'
import { listed, visible } from '../../reports/text.ts'
import { absolute } from '../callerFolder.ts'
import { counted, moment } from '../output/format.ts'
import { printJson, printJsonLine, printResult, warn } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { findImageSet } from '../resolve.ts'
import { type Session, withEngine } from '../session.ts'
import { type Format, formatOf, formats, readVerdicts, writeVerdicts } from '../verdicts/verdictFile.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

interface Options { format?: Format; json?: boolean }

/** `verdicts list|export|import`: what people decided about images, in and out. */
export function defineVerdicts(program: Command): void {
  const group = defineGroup(program, 'verdicts', {
    summary: 'list, export and import what was judged: anomaly, normal, mislabelled or unsure (each has --json)',
    examples: ['verdicts list parts', 'verdicts export parts judged.csv', 'verdicts import parts judged.csv'],
  })
  defineCommand(group, 'list <set>', {
    summary: 'list the current verdicts of an image set',
    examples: ['verdicts list parts', 'verdicts list 3 --json'],
    json: 'print one JSON object a line (NDJSON)',
  }).action(list)
  withFormat(defineCommand(group, 'export <set> <file>', {
    summary: 'write the current verdicts of an image set into a CSV or JSON file',
    examples: ['verdicts export parts judged.csv', 'verdicts export 3 judged.json --json'],
  })).action(exportAll)
  const importing = defineCommand(group, 'import <set> <file>', {
    summary: 'add verdicts from a CSV or JSON file to the images of a set',
    examples: ['verdicts import parts judged.csv', 'verdicts import 3 results/ranking.csv --json'],
  })
  withFormat(importing).addHelpText('after', columnsHelp).action(importAll)
}

const columnsHelp = `
Columns: path or hash, verdict, and if you like class (the right one of a mislabelled image), note,
tags (separated by semicolons) and judged (the time). A hash decides before a path. Rows without a
verdict are passed over, images that the set does not have are named and left out.`

function withFormat(command: Command): Command {
  const option = new Option('--format <format>', "csv or json, where the file's name does not say it")
  return command.addOption(option.choices(formats))
}

async function list(set: string, { json }: Options): Promise<void> {
  await withEngine(async (session) => {
    const { id } = await findImageSet(session.api, set)
    for await (const one of current(session, id)) {
      if (json) printJsonLine(one)
      else printResult(columnsOf(one).map(visible).join('\t'))
    }
  })
}

const columnsOf = ({ path, verdict, class: right, label, tags, note, judged }: ImageVerdict) =>
  [moment(judged), right === null ? verdict : `${verdict}, is ${right}`, label ?? '-', path, tags.join('; '), note ?? '']

async function exportAll(set: string, name: string, options: Options): Promise<void> {
  const [file, format] = [absolute(name), formatOf(name, options.format)]
  const count = await withEngine(async (session) => {
    const { id } = await findImageSet(session.api, set)
    const verdicts: ImageVerdict[] = []
    for await (const one of current(session, id)) verdicts.push(one)
    await writeVerdicts(file, format, verdicts)
    return verdicts.length
  })
  if (options.json) printJson({ file, verdicts: count })
  else printResult(`${counted(count, 'verdict')} written to ${file}`)
}

async function importAll(set: string, name: string, options: Options): Promise<void> {
  const [file, format] = [await existingSource(name), formatOf(name, options.format)]
  const written = await readVerdicts(file, format)
  const result = await withEngine(async ({ api, signal }) => {
    const { id } = await findImageSet(api, set)
    const sum: VerdictImport = { imported: 0, unchanged: 0, unknown: [] }
    for (let first = 0; first < written.length; first += mostVerdicts) {
      signal.throwIfAborted()
      add(sum, await api.verdicts.import({ imageSetId: id, verdicts: written.slice(first, first + mostVerdicts) }))
    }
    return sum
  })
  const unknown = result.unknown.length
  if (unknown > 0) warn(`${counted(unknown, 'image')} left out that the set does not have: ${listed(result.unknown)}`)
  if (options.json) printJson(result)
  else printResult(`${counted(result.imported, 'verdict')} imported, ${result.unchanged} known already.`)
}

function add(sum: VerdictImport, more: VerdictImport): void {
  sum.imported += more.imported
  sum.unchanged += more.unchanged
  sum.unknown.push(...more.unknown)
}

/** All current verdicts of a set, a page at a time. */
async function* current({ api, signal }: Session, imageSetId: number): AsyncGenerator<ImageVerdict> {
  const limit = 1_000
  for (let from = 0; ; ) {
    signal.throwIfAborted()
    const page = await api.verdicts.list({ imageSetId, from, limit })
    yield* page
    if (page.length < limit) return
    from = page.at(-1)!.position + 1
  }
}
