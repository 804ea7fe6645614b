import cliTruncate from 'cli-truncate'
import stringWidth from 'string-width'
import { visible } from '../../reports/text.ts'

export interface Column<Row> {
  header: string
  text(row: Row): string
  right?: boolean
  /** Where the column may be cut when the terminal is too narrow; without it, never. */
  cut?: 'middle' | 'end'
}

const gap = 2
const least = 8

/**
 * Rows under their headers. Widths are those on the screen, so wide characters do not shift the columns.
 * @param width columns of the terminal; in a pipe infinite, and nothing is cut
 */
export function table<Row>(rows: readonly Row[], columns: Column<Row>[], width = Infinity): string {
  const cells = rows.map((row) => columns.map((column) => visible(column.text(row))))
  const widths = fitted(
    columns.map((column, c) =>
      Math.max(stringWidth(column.header), ...cells.map((row) => stringWidth(row[c]))),
    ),
    columns,
    width,
  )
  return [columns.map((column) => column.header), ...cells]
    .map((row) => line(row, columns, widths))
    .join('\n')
}

/** Takes what is too wide from the widest column that may be cut, until all fits or none is left. */
function fitted<Row>(wanted: number[], columns: Column<Row>[], width: number): number[] {
  const widths = [...wanted]
  const total = () => widths.reduce((sum, w) => sum + w, 0) + gap * (widths.length - 1)
  while (total() > width) {
    const widest = widths.reduce(
      (best, w, c) => (columns[c].cut && w > Math.max(least, widths[best] ?? 0) ? c : best),
      -1,
    )
    if (widest < 0) break
    widths[widest] = Math.max(least, widths[widest] - (total() - width))
  }
  return widths
}

function line<Row>(row: string[], columns: Column<Row>[], widths: number[]): string {
  return row
    .map((text, c) => {
      const cut = cliTruncate(text, widths[c], { position: columns[c].cut ?? 'end' })
      const space = ' '.repeat(Math.max(0, widths[c] - stringWidth(cut)))
      return columns[c].right ? space + cut : cut + space
    })
    .join(' '.repeat(gap))
    .trimEnd()
}
