import { type LatexFrame, latexTable } from '../../reports/tables/latexTable.ts'
import { matrixCsv } from './formats/matrixCsv.ts'
import { ablationCsv, comparisonsCsv, overheadCsv, sizesCsv } from './formats/tableCsv.ts'
import { primaryTable } from './sections/comparisonTables.ts'
import { overheadTable } from './sections/costTables.ts'
import { ablationTable, sizesTable } from './sections/curveTables.ts'
import { matrixNotes, matrixTable } from './sections/matrixTable.ts'
import { reading } from './sections/reading.ts'
import { settingNames } from './sections/settingNames.ts'
import type { Table } from '../../reports/tables/table.ts'
import type { StudyTables } from './studyTables.ts'

/** A file's name and its text. */
export type TextFile = [name: string, text: string]

/** Each table of a study as CSV and as LaTeX; none of what the study does not have. */
export function tableFiles(tables: StudyTables): TextFile[] {
  return [...matrixFiles(tables), ...comparisonFiles(tables), ...curveFiles(tables), ...overheadFiles(tables)]
}

function matrixFiles({ spec, matrices }: StudyTables): TextFile[] {
  return matrices.flatMap((matrix): TextFile[] => {
    const [set] = matrix.sets
    const caption = [`${spec.name}, ${set}.`, ...matrixNotes(matrix)].join(' ')
    return [[`matrix-${set}.csv`, matrixCsv(matrix)], latexFile(`matrix-${set}`, matrixTable(matrix), spec.name, caption)]
  })
}

function comparisonFiles({ spec, comparisons }: StudyTables): TextFile[] {
  if (!spec.primary) return []
  const caption = `${spec.name}: ${spec.primary.method} against its rivals. ${reading.primary}`
  return [
    ['comparisons.csv', comparisonsCsv(comparisons)],
    latexFile('comparisons', primaryTable(comparisons), spec.name, caption),
  ]
}

function curveFiles({ spec, ablation, sizes }: StudyTables): TextFile[] {
  const settings = [...Map.groupBy(ablation, ({ setting }) => setting)].map(([setting, curves]) => latexFile(
    `ablation-${setting}`, ablationTable(curves), spec.name, `${spec.name}, by ${settingNames[setting]}. ${reading.ablation}`,
  ))
  const members = latexFile('sizes', sizesTable(sizes), spec.name, `${spec.name}, by number of members. ${reading.sizes}`)
  return [
    ...(ablation.length > 0 ? [['ablation.csv', ablationCsv(ablation)] satisfies TextFile, ...settings] : []),
    ...(sizes.length > 0 ? [['sizes.csv', sizesCsv(sizes)] satisfies TextFile, members] : []),
  ]
}

function overheadFiles({ spec, overheads }: StudyTables): TextFile[] {
  const caption = `${spec.name}, costs by arm. ${reading.overhead}`
  return [
    ['overhead.csv', overheadCsv(overheads)], latexFile('overhead', overheadTable(overheads), spec.name, caption),
  ]
}

function latexFile(name: string, table: Table, study: string, caption: string): TextFile {
  const frame: LatexFrame = { caption, label: `tab:${study}-${name}` }
  return [`${name}.tex`, latexTable(table, frame)]
}
