import { visible } from '../text.ts'
import type { Cell, Table } from './table.ts'

/** What a table is called in a paper, and what stands above it there. */
export interface LatexFrame { caption: string; label: string }

/** A table that is wider than the text is shrunk to it; `\width` is its own width in the argument of \resizebox. */
const shrunk = ['\\resizebox{\\ifdim\\width>\\linewidth \\linewidth\\else \\width\\fi}{!}{%\n  ', '}']

/** The table as a LaTeX float with the rules of the package booktabs, to be read in by `\input`. */
export function latexTable({ columns, rows }: Table, { caption, label }: LatexFrame): string {
  const line = (texts: string[]) => `    ${texts.join(' & ')} \\\\`
  const layout = columns.map(({ numeric }) => (numeric ? 'r' : 'l')).join('')
  const [before, after] = shrunk
  return [
    '% Needs \\usepackage{booktabs} and \\usepackage{graphicx}.', '\\begin{table}', '  \\centering', '  \\small',
    `  \\caption{${latexText(caption)}}`, `  \\label{${label}}`, `  ${before}\\begin{tabular}{@{}${layout}@{}}`,
    '    \\toprule', line(columns.map(({ title }) => latexText(title))), '    \\midrule',
    ...rows.map((row) => line(row.map(cellText))),
    '    \\bottomrule', `  \\end{tabular}${after}`, '\\end{table}', '',
  ].join('\n')
}

const cellText = ({ text, strong }: Cell) => (strong ? `\\textbf{${latexText(text)}}` : latexText(text))

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '<': '\\textless{}',
  '>': '\\textgreater{}', '|': '\\textbar{}', '"': "''", '†': '\\textdagger{}', '–': '--', '−': '$-$',
  '±': '$\\pm$', '“': '``', '”': "''", '\u202f': '\\,', '[': '{[}', ']': '{]}',
}

/** A text with nothing in it that LaTeX would take for its own marks. */
export function latexText(text: string): string {
  const marks = /[&%$#_{}]|[\\~^<>|"†–−±“”\u202f[\]]/g
  return visible(text).replace(marks, (mark) => commands[mark] ?? `\\${mark}`)
}
