import type { Command } from 'commander'
import { printJson } from '../../output/streams.ts'
import { readyOutputFolder } from '../../outputFolder.ts'
import { withEngine } from '../../session.ts'
import { printTables, writeTables } from '../../steps/study/tellResults.ts'
import { defineCommand } from '../defineCommand.ts'

interface Options { json?: boolean; out?: string }

export function defineStudyShow(study: Command): void {
  defineCommand(study, 'show <name>', {
    summary: 'show the table of a study as far as it is',
    examples: ['study show paper-mnist', 'study show paper-mnist --out tables'],
    json: 'print one JSON document: the study with its specification and cells',
  }).option('--out <dir>', 'write the tables into this folder').action(async (name: string, { json, out }: Options) => {
    const folder = out === undefined ? undefined : await readyOutputFolder(out)
    const shown = await withEngine(async ({ api }) => ({
      ...await api.studies.show({ name }), results: await api.studies.cells({ name }),
    }))
    const study = { ...shown, cells: shown.results }
    if (folder !== undefined) await writeTables(study, folder)
    if (json) printJson(shown)
    else printTables(study)
  })
}
