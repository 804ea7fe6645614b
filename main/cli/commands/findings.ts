import type { Command } from 'commander'
import type { Api } from '../../client/connect.ts'
import { visible } from '../../reports/text.ts'
import { printJsonLine, printResult } from '../output/streams.ts'
import { findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import type { Session } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

type Page = { id: number; offset: number; limit: number }

/** What an import found, a page at a time, and its columns as text. */
interface Finding<Row> {
  name: string
  summary: string
  fetch(api: Api, page: Page): Promise<Row[]>
  columns(row: Row): string[]
}

/** `problems` and `pairs`: what an import found, a line each, however many there are. */
export function defineFindings(program: Command): void {
  define(program, {
    name: 'problems',
    summary: 'list the files of an image set that could not be read, with the reasons',
    fetch: (api, page) => api.imageSets.problems(page),
    columns: ({ path, message }) => [path, message],
  })
  define(program, {
    name: 'pairs',
    summary: 'list the exact and near duplicates of an image set',
    fetch: (api, page) => api.imageSets.pairs(page),
    columns: ({ kind, leak, distance, a, b }) => [
      kind,
      leak ? 'leaks' : 'same split',
      distance.toFixed(4),
      a,
      b,
    ],
  })
}

function define<Row>(program: Command, finding: Finding<Row>): void {
  const { name, summary } = finding
  const about = {
    summary,
    examples: [`${name} parts`, `${name} 3 --json`],
    json: 'print one JSON object a line (NDJSON)',
  }
  defineCommand(program, `${name} <set>`, about).action(async (set: string, { json }: { json?: boolean }) => {
    await withEngine(async (session) => {
      const { id } = await findImageSet(session.api, set)
      for await (const row of allRows(session, finding, id)) {
        if (json) printJsonLine(row)
        else printResult(finding.columns(row).map(visible).join('\t'))
      }
    })
  })
}

async function* allRows<Row>(
  { api, signal }: Session,
  finding: Finding<Row>,
  id: number,
): AsyncGenerator<Row> {
  const limit = 2_000
  for (let offset = 0; ; offset += limit) {
    signal.throwIfAborted()
    const rows = await finding.fetch(api, { id, offset, limit })
    yield* rows
    if (rows.length < limit) return
  }
}
