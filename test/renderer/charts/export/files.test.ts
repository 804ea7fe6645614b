import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Chart } from '../../../../renderer/charts/chart.ts'
import { chartFile } from '../../../../renderer/charts/export/chartFile.ts'
import { fileName } from '../../../../renderer/charts/export/fileName.ts'
import { namedFonts } from '../../../../renderer/charts/export/paperColours.ts'
import { paperOption } from '../../../../renderer/charts/export/paperOption.ts'
import { tableCsv } from '../../../../renderer/charts/export/tableCsv.ts'

const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), fc.constant(null))
const formula = /^[=+\-@\t\r]/

test('what was written as CSV is read again: every text and every digit, whatever quotes and lines are in it', () => {
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows: Cell[][]) => {
    const read = parse(tableCsv({ columns: ['a', 'b, c', 'd"'].map((title) => ({ title })), rows })) as string[][]
    expect(read[0]).toEqual(['a', 'b, c', 'd"'])
    read.slice(1).forEach((row, i) => row.forEach((text, j) => {
      const wrote = rows[i][j]
      if (typeof wrote === 'number') expect(Number(text)).toBe(wrote)
      else expect(text.replace(/^'/, '')).toBe((wrote ?? '').replace(/^'/, ''))
    }))
  }))
})

test('no text in a CSV is a formula to a spreadsheet, in titles and in rows, and numbers stay numbers', () => {
  fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, text) => {
    const read = parse(tableCsv({ columns: [{ title: sign + text }], rows: [[sign + text]] })) as string[][]
    for (const [field] of read) expect(field).not.toMatch(formula)
  }))
  expect(tableCsv({ columns: [{ title: 'score' }], rows: [[-0.25]] })).toBe('score\n-0.25\n')
})

test('a file’s name says what it is of, in any script, and is one that every system takes', () => {
  expect(fileName(['Mängel/2026', 'ohne „Kratzer“', 'ROC curve'], 'svg')).toBe('mängel-2026-ohne-kratzer-roc-curve.svg')
  expect(fileName([null, undefined, '…'], 'csv')).toBe('chart.csv')
  expect(fileName(['fashion without Bag, 3 members (1)'], 'lacuna')).toBe('fashion-without-bag-3-members-1.lacuna')
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
    const name = fileName(parts, 'png')
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.png$/u)
    expect([...name].length).toBeLessThanOrEqual(124)
  }))
})

test('fonts that only browsers know are left out of what is saved, and no quote ends an attribute', () => {
  expect(namedFonts('system-ui, -apple-system, "Segoe UI", Roboto, sans-serif')).toBe("'Segoe UI', Roboto, sans-serif")
})

const chart: Chart = {
  name: 'Curves', label: 'Loss < 1 & falling', legend: ['Member 1', 'Member 2'],
  draw: (colours) => ({
    animation: false, grid: { left: 40, right: 10, top: 10, bottom: 40 }, xAxis: { type: 'value' }, yAxis: { type: 'value' },
    series: ['Member 1', 'Member 2'].map((name, i) => (
      { type: 'line', name, data: [[0, 1], [1, i]], lineStyle: { color: colours('--accent') || '#0067a3' } })),
  }),
  table: () => ({ columns: [], rows: [] }),
}

test('on paper a chart has its name above it and its legend beside it, and the drawing keeps its size', () => {
  const alone = paperOption({ ...chart, legend: [] }, () => '#000')
  const withLegend = paperOption(chart, () => '#000')
  const room = ({ width, option }: typeof alone) => width - (option.grid as { right: number }).right
  expect(Math.abs(room(alone) - room(withLegend))).toBeLessThanOrEqual(1)
  expect(withLegend.option).toMatchObject({ title: { text: 'Curves' }, legend: { data: ['Member 1', 'Member 2'] }, backgroundColor: '#000' })
  expect(alone.option.legend).toBeUndefined()
})

test('an SVG is complete in itself: it names what it shows, and refers to nothing outside', async () => {
  const svg = await (await chartFile(chart, 'svg')).text()
  expect(svg).toMatch(/^<svg [^>]*role="img"><title>Loss &lt; 1 &amp; falling<\/title>/)
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  expect([...document.querySelectorAll('text')].map((one) => one.textContent)).toEqual(expect.arrayContaining(['Curves', 'Member 2']))
  expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|url\((?!#)|var\(|@import|<script/)
})
