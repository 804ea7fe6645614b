import { visible } from '../../../reports/text.ts'
import type { Cell, Table } from '../../../reports/tables/table.ts'

/** The table as Markdown with pipes. */
export function markdownTable({ columns, rows }: Table): string {
  const line = (texts: string[]) => `| ${texts.join(' | ')} |`
  return [
    line(columns.map(({ title }) => markdownText(title))),
    line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n')
}

/** A text from outside with nothing in it that Markdown would take for its own marks. */
export function markdownText(text: string): string {
  return visible(text).replace(/[\\`*_[\]|~]|[<&](?=\S)|^[#>+-]/g, '\\$&')
}

const cellText = ({ text, strong }: Cell) => (strong ? `**${markdownText(text)}**` : markdownText(text))
