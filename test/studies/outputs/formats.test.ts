import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { latexTable, latexText } from '../../../main/reports/tables/latexTable.ts'
import { markdownTable, markdownText } from '../../../main/studies/outputs/formats/markdownTable.ts'
import { matrixCsv } from '../../../main/studies/outputs/formats/matrixCsv.ts'
import { textTable } from '../../../main/studies/outputs/formats/textTable.ts'
import { matrixText } from '../../../main/studies/outputs/matrixText.ts'
import { numbers, plain, type Table, words } from '../../../main/reports/tables/table.ts'
import { matrixOf } from '../../../main/studies/tables/matrix.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { type At, madeCells, madeSpec, resampling } from '../madeStudy.ts'

const table: Table = {
  columns: [words('Method'), numbers('Mean'), numbers('Worst')],
  rows: [[{ text: 'a/x' }, { text: '0.900', strong: true }, { text: '0.800 (4)' }], plain('b|y', '–', '−0.100')],
}
const spec = madeSpec()
const auroc = ({ case: held }: At, detector: string) => (detector === 'centre' ? 0.9 : 0.8) + Number(held) / 300
const cells = madeCells(spec, auroc).filter(({ arm, case: held }) => arm === 'ours' || held !== '9')
const matrix = matrixOf(studyGrid(spec, cells), ['mnist'], resampling)

describe('a table in Markdown', () => {
  test('has pipes, numbers to the right, and the best in bold', () => {
    expect(markdownTable(table).split('\n')).toEqual([
      '| Method | Mean | Worst |', '| --- | ---: | ---: |', '| a/x | **0.900** | 0.800 (4) |', '| b\\|y | – | −0.100 |',
    ])
  })

  test('lets no name be taken for a mark', () => {
    expect(markdownText('<b>&amp; *x* [y](z) `c` p < 0.001'))
      .toBe('\\<b>\\&amp; \\*x\\* \\[y\\](z) \\`c\\` p < 0.001')
    expect(markdownText('# no heading')).toBe('\\# no heading')
    expect(markdownText('two\nlines')).not.toContain('\n')
  })
})

describe('a table in LaTeX', () => {
  const lines = latexTable(table, { caption: '5 % & more', label: 'tab:x' }).split('\n').map((line) => line.trim())

  test('has the rules of booktabs, a column letter for each column, and the best in bold', () => {
    expect(lines).toContain('\\begin{tabular}{@{}lrr@{}}')
    expect(lines).toContain('a/x & \\textbf{0.900} & 0.800 (4) \\\\')
    expect(lines).toContain('b\\textbar{}y & -- & $-$0.100 \\\\')
    expect(lines).toContain('\\caption{5 \\% \\& more}')
    const rules = lines.filter((line) => /^\\(top|mid|bottom)rule$/.test(line))
    expect(rules).toEqual(['\\toprule', '\\midrule', '\\bottomrule'])
  })

  test('closes what it opens, also where it shrinks a wide one', () => {
    const wide = { columns: Array.from({ length: 12 }, (_, i) => numbers(String(i))), rows: [] }
    for (const whole of [lines.join('\n'), latexTable(wide, { caption: 'c', label: 'l' })]) {
      const text = whole.replaceAll(/(?<!\\)%.*/g, '')
      expect(text.match(/\{/g)!.length).toBe(text.match(/\}/g)!.length)
      expect([...text.matchAll(/\\begin\{(\w+)\}/g)].map(([, name]) => name)).toEqual(['table', 'tabular'])
      expect([...text.matchAll(/\\end\{(\w+)\}/g)].map(([, name]) => name)).toEqual(['tabular', 'table'])
    }
    expect(latexTable(wide, { caption: 'c', label: 'l' })).toMatch(/\\resizebox\{\\ifdim\\width>\\linewidth \\linewidth\\else \\width\\fi\}\{!\}\{%\n *\\begin\{tabular\}/)
  })

  test('leaves no mark of LaTeX bare, whatever a class is called', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'a1 #$%&_{}~^\\<>|"†–') }), (name) => {
      const rest = latexText(name).replaceAll(/\\(text\w+\{\}|[#$%&_{}])/g, '')
      expect(rest).not.toMatch(/[#$%&_{}~^\\<>|"†–]/)
    }), { seed: 11, numRuns: 200 })
  })
})

describe('a table for a terminal', () => {
  test('has columns of one width, numbers to the right, and a star at the best', () => {
    expect(textTable(table, 80).split('\n')).toEqual([
      'Method    Mean      Worst', 'a/x     0.900*  0.800 (4)', 'b|y          –     −0.100',
    ])
  })

  test('fits the width in blocks that each begin with the first column', () => {
    const text = textTable(table, 20)
    expect(text.split('\n\n').map((block) => block.split('\n')[0])).toEqual(['Method    Mean', 'Method      Worst'])
    const wide = matrixText(matrix, 60).split('\n\n')
    expect(wide.length).toBeGreaterThan(1)
    for (const line of wide.slice(0, -1).join('\n').split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60)
  })

  test('aligns wide signs by the room they take', () => {
    const chinese = { columns: [words('Class'), numbers('n')], rows: [plain('靴', '1'), plain('ab', '2')] }
    expect(textTable(chinese, 80).split('\n').slice(1).map((line) => stringWidth(line))).toEqual([8, 8])
  })

  test('explains its marks', () => {
    const text = matrixText(matrix, 200)
    expect(text).toContain('0.915*')
    expect(text).toContain('9 of 10')
    expect(text.split('\n').slice(-2)).toEqual([
      '* above each other method by the paired bootstrap after Holm',
      '† over those cells alone that are there; Common: over those that all share',
    ])
  })
})

describe('the matrix as CSV', () => {
  const rows = parse<Record<string, string>>(matrixCsv(matrix), { columns: true })

  test('has a line for each method with every digit of its figures', () => {
    const [line] = matrix.lines
    expect(rows.map(({ method }) => method)).toEqual(['ours/centre', 'ours/divergence', 'cnn/max-softmax'])
    expect(Number(rows[0].mean)).toBe(line.mean)
    expect([Number(rows[0].lower), Number(rows[0].upper)]).toEqual([line.interval!.lower, line.interval!.upper])
    expect(line.entries.map(({ auroc }) => auroc)).toEqual(line.entries.map((_, i) => Number(rows[0][`case ${i}`])))
    expect([rows[0].best, rows[1].best]).toEqual(['true', 'false'])
  })

  test('is empty where a cell lacks', () => {
    expect([rows[2]['case 9'], rows[2].cells, rows[2]['expected cells']]).toEqual(['', '9', '10'])
  })

  test('takes the formula out of the name of a class', () => {
    const evil = madeSpec({ protocol: { kind: 'each-class', classes: ['=cmd|calc!A1', 'ok'] } })
    const grid = studyGrid(evil, madeCells(evil, () => 0.5, ['=cmd|calc!A1', 'ok']))
    const [row] = parse<Record<string, string>>(matrixCsv(matrixOf(grid, ['mnist'], resampling)), { columns: true })
    expect(row['worst case']).toBe("'=cmd|calc!A1")
  })
})
