import { stringify } from 'csv-stringify/sync'
import type { Table } from './table.ts'

/**
 * A table's texts as CSV under its titles, with plain digits, blanks and minus signs. Text that a spreadsheet would take
 * for a formula gets a leading apostrophe.
 */
export function plainCsv({ columns, rows }: Table): string {
  const body = rows.map((row) => row.map(({ text }, i) => (columns[i].numeric ? numberText(text) : text)))
  return stringify([columns.map(({ title }) => spaced(title)), ...body], { escape_formulas: true, cast: { number: String } })
}

const spaced = (text: string) => text.replaceAll('\u202f', ' ')

/** A figure as a number where it is one and nothing else, so that no minus sign is taken for a formula. */
function numberText(text: string): string | number {
  const digits = text.replaceAll('\u202f', '').replaceAll('−', '-').replace(/^\+/, '')
  if (text === '–') return ''
  return digits !== '' && Number.isFinite(Number(digits)) ? Number(digits) : spaced(text).replaceAll('−', '-')
}
