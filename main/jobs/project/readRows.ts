import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { readLines } from '../../datasets/lines.ts'
import type { ProjectRow, ProjectTableName } from '../../store/projectTables.ts'
import { rowsEntry } from './backupFile.ts'
import { rowSchemas } from './rowSchemas.ts'

/** Rows at once: checked and stored within some milliseconds of the engine's time. */
const batchRows = 250

/**
 * A table's rows out of an unpacked backup, each of them looked at.
 * @throws EngineFailure BAD_INPUT with the entry and the line of one that is none
 */
export async function* readRows(directory: string, table: string): AsyncGenerator<ProjectRow[]> {
  const entry = rowsEntry(table)
  let batch: ProjectRow[] = []
  let line = 0
  try {
    for await (const row of readLines<unknown>(path.join(directory, entry))) {
      line++
      batch.push(checked(row, table as ProjectTableName, `Line ${line} of the entry "${entry}"`))
      if (batch.length < batchRows) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw error instanceof SyntaxError ? noRow(`Line ${line + 1} of the entry "${entry}"`, 'it is no JSON') : error
  }
  if (batch.length > 0) yield batch
}

function checked(row: unknown, table: ProjectTableName, place: string): ProjectRow {
  const found = rowSchemas[table].safeParse(row)
  if (found.success) return row as ProjectRow
  const [issue] = found.error.issues
  throw noRow(place, `${issue.path.join('.') || 'it'}: ${issue.message}`)
}

function noRow(place: string, why: string): EngineFailure {
  return new EngineFailure('BAD_INPUT', `${place} in the archive is no row of a project (${why}).`,
    'The archive was changed or is damaged: take another copy of it.')
}
