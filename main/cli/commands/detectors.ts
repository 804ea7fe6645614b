import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import type { DetectorDescription } from '../../contract/scores.ts'
import { detectorPages } from '../output/detectorPages.ts'
import { printJson, printResult } from '../output/streams.ts'
import { details } from '../output/details.ts'
import { readyOutputFolder } from '../outputFolder.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

export function defineDetectors(program: Command): void {
  defineCommand(program, 'detectors', {
    summary: 'list the rules that turn an image into an anomaly score, and what they need',
    examples: ['detectors', 'detectors --json', 'detectors --out docs/detectors'],
  })
    .option('--out <dir>', 'write a page on each, as Markdown, into this folder')
    .action(async ({ out, json }: { out?: string; json?: boolean }) => {
      const folder = out === undefined ? null : await readyOutputFolder(out)
      const all = await withEngine(({ api }) => api.detectors.list())
      if (folder) await writePages(folder, all)
      if (json) printJson(all)
      else printResult(folder ? path.join(folder, 'README.md') : all.map(described).join('\n\n'))
    })
}

async function writePages(folder: string, all: DetectorDescription[]): Promise<void> {
  for (const [file, text] of detectorPages(all)) await writeFile(path.join(folder, file), text)
}

function described(detector: DetectorDescription): string {
  const { id, name, sentence, formula, source, notes, reads, needsEncoder, models, fewestClasses, fewestMembers = 1 } = detector
  const lines = details([
    ['name', name],
    ['what it says', sentence],
    ['formula', formula],
    ['source', source],
    ['notes', notes],
    ['reads', needsEncoder ? `${reads} of an encoder that you name with --encoder` : reads],
    ['kinds of members', models.join(', ')],
    ['known classes', `at least ${fewestClasses}`],
    ['members', `at least ${fewestMembers}`],
  ])
  return `${id}\n${lines.replace(/^/gm, '  ')}`
}
