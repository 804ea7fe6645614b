import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { EngineFailure } from '../contract/errors.ts'
import type { ImageVerdict } from '../contract/verdicts.ts'
import { delimiterOf } from '../datasets/delimiter.ts'

const columns = ['path', 'hash', 'label', 'verdict', 'class', 'note', 'tags', 'judged'] as const

/** A row of a file of verdicts, and where it stands. */
export interface PlacedRow { place: string; row: Record<string, unknown> }

/** What a file says of a verdict. */
export type Written = Pick<ImageVerdict, (typeof columns)[number]>

/** What `csv-stringify` puts an apostrophe before, so that no spreadsheet takes it for a formula. */
const formula = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/

/** Verdicts as CSV with a header line; tags are separated by semicolons. */
export function toCsv(verdicts: Written[]): string {
  const rows = verdicts.map((one) => ({ ...one, tags: one.tags.join('; ') }))
  return stringify(rows, { header: true, columns: [...columns], escape_formulas: true })
}

/** The rows of a CSV by the names in its first line; an empty cell is null. @throws EngineFailure with the line */
export function fromCsv(text: string, file: string): PlacedRow[] {
  const header = (names: string[]) => names.map((name) => name.trim().toLowerCase())
  try {
    const rows = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
      bom: true, delimiter: delimiterOf(text), skip_empty_lines: true, columns: header, info: true,
    })
    return rows.map(({ record, info }) => ({ place: `Line ${info.lines}`, row: rowOf(record) }))
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!code?.startsWith('CSV_')) throw error
    throw new EngineFailure('BAD_INPUT', `${file} is no table that can be read: ${message}.`, 'Nothing was imported.')
  }
}

function rowOf(record: Record<string, string>): Record<string, unknown> {
  const cell = (name: string) => record[name]?.replace(formula, '') || null
  const tags = (cell('tags') ?? '').split(';').map((tag) => tag.trim()).filter((tag) => tag !== '')
  return {
    path: cell('path'), hash: cell('hash'), verdict: cell('verdict')?.trim().toLowerCase() ?? null,
    class: cell('class'), note: cell('note'), tags, judged: cell('judged'),
  }
}
