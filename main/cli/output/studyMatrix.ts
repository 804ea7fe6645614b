import type { CellResult, StudySpec } from '../../contract/studies.ts'
import { area } from '../../reports/text.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** AUROCs of a method by set and case: over seeds, their mean. */
type Line = { method: string; of: Map<string, number[]> }

/** The matrix of a study for people: a line a method, a column a case, and the mean and the worst of the line. */
export function matrixText(spec: StudySpec, cells: CellResult[]): string {
  const done = cells.filter(({ state }) => state === 'done')
  if (done.length === 0) return `The study "${spec.name}" has no results yet.`
  const columns = [...new Set(done.map(columnOf))]
  const cell = (line: Line, column: string) => line.of.has(column) ? area(mean(line.of.get(column)!)) : '-'
  return `AUROC\n${heading(table(linesOf(done), [
    { header: 'method', text: ({ method }) => method },
    { header: 'mean', text: (line) => area(mean(valuesOf(line))), right: true },
    { header: 'worst', text: (line) => area(Math.min(...valuesOf(line))), right: true },
    ...columns.map((column) => ({ header: column, text: (line: Line) => cell(line, column), right: true })),
  ], resultWidth()))}`
}

const columnOf = ({ set, case: name }: CellResult) => `${set} ${name}`

function linesOf(cells: CellResult[]): Line[] {
  const lines = new Map<string, Line>()
  for (const cell of cells) {
    for (const { detector, metrics } of cell.scores) {
      const varied = Object.entries(cell.varied).map((pair) => ` ${pair.join(' ')}`)
      const method = `${cell.arm}/${detector}${varied.join()}`
      const line = lines.get(method) ?? { method, of: new Map() }
      line.of.set(columnOf(cell), [...(line.of.get(columnOf(cell)) ?? []), metrics.auroc])
      lines.set(method, line)
    }
  }
  return [...lines.values()]
}

const valuesOf = (line: Line) => [...line.of.values()].map(mean)

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
