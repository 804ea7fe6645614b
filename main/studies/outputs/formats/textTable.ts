import stringWidth from 'string-width'
import { visible } from '../../../reports/text.ts'
import type { Cell, Table } from '../../../reports/tables/table.ts'

const gap = 2

/**
 * The table as lines of a terminal no wider than `width` columns: columns that find no room come in further blocks
 * below, each with the first column again. A strong text has a star behind it.
 */
export function textTable(table: Table, width: number): string {
  const texts = [table.columns.map(({ title }) => visible(title)), ...table.rows.map((row) => row.map(cellText))]
  const widths = table.columns.map((_, c) => Math.max(...texts.map((row) => stringWidth(row[c]))))
  return blocksOf(widths, width).map((columns) => block(table, texts, widths, columns)).join('\n\n')
}

/** The positions of the columns of each block. */
function blocksOf(widths: number[], width: number): number[][] {
  const blocks: number[][] = [[0]]
  let used = widths[0]
  for (let c = 1; c < widths.length; c++) {
    const room = used + gap + widths[c] <= width || blocks.at(-1)!.length === 1
    if (room) blocks.at(-1)!.push(c)
    else blocks.push([0, c])
    used = (room ? used : widths[0]) + gap + widths[c]
  }
  return blocks
}

function block({ columns }: Table, texts: string[][], widths: number[], shown: number[]): string {
  return texts.map((row) => shown.map((c) => {
    const space = ' '.repeat(widths[c] - stringWidth(row[c]))
    return columns[c].numeric ? space + row[c] : row[c] + space
  }).join(' '.repeat(gap)).trimEnd()).join('\n')
}

const cellText = ({ text, strong }: Cell) => `${visible(text)}${strong ? '*' : ''}`
