import type { CellResult } from '../../contract/studies.ts'
import type { StudyTables } from './studyTables.ts'

/** Every table of a study in full precision, and the cells that they come from, in the order of their keys. */
export function studyJson(tables: StudyTables, cells: readonly CellResult[]): string {
  const place = ({ key, set, case: held, seed, arm, varied }: CellResult) =>
    JSON.stringify([key, set, held, seed, arm, varied])
  const sorted = cells.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  return `${JSON.stringify({ ...tables, cells: sorted }, null, 2)}\n`
}
