import path from 'node:path'
import type Database from 'better-sqlite3'
import { artefactName, artefactPath } from './artefactFiles.ts'
import { type ProjectRow, type ProjectTable, projectTables } from './projectTables.ts'

/** Rows at once: a few milliseconds of the engine's time. */
const batchRows = 500

/** An artefact of a project as a file. */
export interface ProjectFile { name: string; file: string; sha256: string; bytes: number }

/** A project as it was at one moment, whatever is written meanwhile. To be closed. */
export interface ProjectReading {
  /** How many rows there are in all tables. */
  rows: number
  files: ProjectFile[]
  /** A table's rows, some hundreds at a time. */
  read(table: ProjectTable): Iterable<ProjectRow[]>
  close(): void
}

/** Reads a project over a connection of its own, which sees nothing of what is written from now on. */
export async function readProject(workspace: string, id: number): Promise<ProjectReading> {
  const { default: Sqlite } = await import('better-sqlite3')
  const db = new Sqlite(path.join(workspace, 'lacuna.db'), { readonly: true })
  db.exec('BEGIN')
  const name = db.prepare<[number], string>(`SELECT sha256 || '.' || extension FROM artefacts WHERE id = ?`).pluck()
  return {
    rows: projectTables.reduce((sum, table) => sum + countOf(db, table, id), 0),
    files: filesOf(db, path.join(workspace, 'artefacts'), id),
    read: (table) => batches(db, table, id, (artefact) => name.get(artefact)!),
    close: () => void db.close(),
  }
}

/** The project's number, as often as the table asks for it. */
const times = ({ from }: ProjectTable, id: number) => Array<number>(from.split('?').length - 1).fill(id)

function countOf(db: Database.Database, table: ProjectTable, id: number): number {
  return db.prepare<unknown[], number>(`SELECT count(*) FROM ${table.from}`).pluck().get(...times(table, id))!
}

function* batches(
  db: Database.Database, table: ProjectTable, id: number, nameOf: (artefact: number) => string,
): Generator<ProjectRow[]> {
  const columns = table.columns.map((column) => `${table.instead?.[column] ?? `t."${column}"`} AS "${column}"`)
  const rows = db.prepare<unknown[], ProjectRow>(`SELECT ${columns.join(', ')} FROM ${table.from}`)
  let batch: ProjectRow[] = []
  for (const row of rows.iterate(...times(table, id))) {
    for (const column of table.artefacts ?? []) {
      if (row[column] !== null) row[column] = nameOf(row[column] as number)
    }
    if (batch.push(row) < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function filesOf(db: Database.Database, root: string, id: number): ProjectFile[] {
  const tables = projectTables.filter(({ artefacts }) => artefacts)
  const used = tables.flatMap((table) => table.artefacts!.map((column) => `SELECT t."${column}" FROM ${withoutOrder(table)}`))
  const rows = db.prepare<unknown[], { sha256: string; extension: string; bytes: number }>(
    `SELECT sha256, extension, bytes FROM artefacts WHERE id IN (${used.join(' UNION ')}) ORDER BY sha256, extension`)
  const ids = tables.flatMap((table) => table.artefacts!.flatMap(() => times(table, id)))
  return rows.all(...ids).map(({ sha256, extension, bytes }) =>
    ({ name: artefactName(sha256, extension), file: artefactPath(root, sha256, extension), sha256, bytes }))
}

const withoutOrder = ({ from }: ProjectTable) => from.slice(0, from.lastIndexOf('ORDER BY'))
