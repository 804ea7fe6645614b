import { stringify } from 'csv-stringify/browser/esm/sync'
import type { ChartTable } from '../chart.ts'

/**
 * A chart's data as CSV with a line of titles. Numbers have every digit, what is missing is empty. Text that a
 * spreadsheet would take for a formula gets a leading apostrophe.
 */
export function tableCsv({ columns, rows }: ChartTable): string {
  const titles = columns.map(({ title }) => title)
  return stringify([titles, ...rows], { escape_formulas: true, cast: { number: (value) => String(value) } })
}
