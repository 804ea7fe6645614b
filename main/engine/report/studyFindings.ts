import { type StudyFindings, type StudyPart } from '../../reports/findings.ts'
import { exploratoryTable, primaryTable, regretTable } from '../../studies/outputs/sections/comparisonTables.ts'
import { missingTable, overheadTable } from '../../studies/outputs/sections/costTables.ts'
import { matrixNotes, matrixTable, summaryTable } from '../../studies/outputs/sections/matrixTable.ts'
import { reading } from '../../studies/outputs/sections/reading.ts'
import type { StudyTables } from '../../contract/studyTables.ts'
import { casesOf, cellsOf, studyNamed } from '../study/studyView.ts'
import type { FindingParts } from './reportFindings.ts'

/** A study's tables as its own page has them. @throws EngineFailure NOT_FOUND */
export async function studyFindings(parts: FindingParts, name: string): Promise<StudyFindings> {
  const record = studyNamed(parts, name)
  const { spec } = record
  const tables = await parts.studyTables.tables({ spec, cells: cellsOf(parts, record), cases: casesOf(parts, record) })
  return { name, question: spec.question, claims: tables.claims, parts: partsOf(tables).filter(({ table }) => table.rows.length > 0) }
}

function partsOf({ comparisons, matrices, together, regrets, overheads, completeness }: StudyTables): StudyPart[] {
  const part = (id: string, heading: string, lead: string, table: StudyPart['table'], notes: string[] = []): StudyPart =>
    ({ id, heading, lead, table, notes })
  return [
    part('primary', 'What the study was for', reading.primary, primaryTable(comparisons)),
    ...matrices.map((matrix, i) =>
      part(`matrix-${i}`, `Held out in ${matrix.sets[0]}`, '', matrixTable(matrix), matrixNotes(matrix))),
    ...(together ? [part('together', 'All sets together', '', summaryTable(together), matrixNotes(together))] : []),
    ...(regrets.length > 0 ? [part('regret', 'Regret', reading.regret(regrets[0].method), regretTable(regrets))] : []),
    part('overhead', 'What it costs', reading.overhead, overheadTable(overheads)),
    part('exploratory', 'Exploratory', reading.exploratory, exploratoryTable(comparisons)),
    part('missing', 'Cells that are missing', reading.missing, missingTable(completeness.missing)),
  ]
}
