import type { CellResult, StudySpec } from '../../../contract/studies.ts'
import { matrixText } from '../../../studies/outputs/matrixText.ts'
import { studyTables } from '../../../studies/outputs/studyTables.ts'
import { writeStudyOutputs } from '../../../studies/outputs/writeOutputs.ts'
import { note, printResult, resultWidth } from '../../output/streams.ts'

/** A study as far as it is: `cases` are those of each set, also those without results. */
export interface StudyResults { spec: StudySpec; cases: Record<string, string[]>; cells: CellResult[] }

/** Prints the matrix of each set. */
export function printTables({ spec, cases, cells }: StudyResults): void {
  if (cells.every(({ state }) => state !== 'done')) return printResult(`The study "${spec.name}" has no results yet.`)
  const { matrices, claims } = studyTables(spec, cells, new Map(Object.entries(cases)))
  const width = Math.min(resultWidth(), 1000)
  const texts = matrices.map((matrix) => `${matrix.sets.join(', ')}, AUROC\n${matrixText(matrix, width)}`)
  printResult([...texts, ...claims].join('\n\n'))
}

/** Writes all tables into a folder. */
export async function writeTables({ spec, cases, cells }: StudyResults, folder: string): Promise<void> {
  const files = await writeStudyOutputs(spec, cells, folder, new Map(Object.entries(cases)))
  note(`Written: ${files.join(', ')}`)
}
