import type Database from 'better-sqlite3'
import { EngineFailure } from '../contract/errors.ts'
import { firstTables, type ProjectRow, type ProjectTable, projectTables } from './projectTables.ts'
import type { Projects } from './projects.ts'

/** A version gets its files when it becomes ready. */
const versionFiles = ['snapshot_id', 'rows_id', 'labels_id', 'splits_id']

/**
 * A project that comes from elsewhere, row by row, and gets numbers of its own. Nobody sees it before it is whole; one
 * whose rows stopped coming is to be removed like any other project.
 */
export class ProjectIntake {
  readonly id: number
  readonly #db: Database.Database
  readonly #projects: Projects
  readonly #numbers = new Map<string, Map<number, number>>()
  readonly #later: [ProjectTable, ProjectRow[]][] = []
  readonly #artefact: Database.Statement<[string, string], number>

  constructor(db: Database.Database, projects: Projects) {
    this.#db = db
    this.#projects = projects
    this.id = projects.createOutOfSight()
    this.#artefact = db.prepare<[string, string], number>('SELECT id FROM artefacts WHERE sha256 = ? AND extension = ?').pluck()
  }

  /**
   * Takes some rows of a table; the tables come in their order. Images are written at once, as they are many, and all the
   * rest when the project is revealed.
   */
  put(table: ProjectTable, rows: ProjectRow[]): void {
    if (!firstTables.has(table.name)) this.#later.push([table, rows])
    else this.#db.transaction(() => this.#insert(table, rows)).immediate()
    if (table.name === 'image_set_versions') this.#later.push([table, rows])
  }

  /**
   * Writes what is left and brings the project into sight, as one transaction or as part of one.
   * @param name another project may have it: then it gets a number
   * @throws EngineFailure BAD_INPUT where a row names a row or a file that did not come
   */
  reveal(name: string): void {
    this.#db.transaction(() => {
      for (const [table, rows] of this.#later) {
        if (table.name === 'image_set_versions') this.#finish(rows)
        else this.#insert(table, rows)
      }
      this.#projects.reveal(this.id, this.#projects.freeName(name))
    }).immediate()
  }

  #insert(table: ProjectTable, rows: ProjectRow[]): void {
    const isVersion = table.name === 'image_set_versions'
    const columns = table.columns.filter((column) => column !== 'id' && !(isVersion && versionFiles.includes(column)))
    const names = [...columns, ...(isVersion ? ['state'] : [])].map((column) => `"${column}"`)
    const values = [...columns.map((column) => `@${column}`), ...(isVersion ? [`'importing'`] : [])]
    const insert = this.#db.prepare(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${values.join(', ')})
      ${table.shared ? 'ON CONFLICT DO NOTHING' : ''}`)
    for (const row of rows) {
      const { lastInsertRowid } = insert.run(this.#translated(table, row, columns))
      if ('id' in row) this.#remember(table.name, Number(row.id), Number(lastInsertRowid))
    }
  }

  /** Versions are there first, as images belong to them, and are ready with their files. */
  #finish(rows: ProjectRow[]): void {
    const table = projectTables.find(({ name }) => name === 'image_set_versions')!
    const finish = this.#db.prepare(`UPDATE image_set_versions SET state = 'ready', snapshot_id = @snapshot_id,
      rows_id = @rows_id, labels_id = @labels_id, splits_id = @splits_id WHERE id = @id`)
    for (const row of rows) {
      finish.run({ ...this.#translated(table, row, versionFiles), id: this.#number(table.name, Number(row.id)) })
    }
  }

  #translated(table: ProjectTable, row: ProjectRow, columns: readonly string[]): ProjectRow {
    return Object.fromEntries(columns.map((column) => {
      const value = row[column]
      const to = table.refers?.[column]
      if (to === 'projects') return [column, this.id]
      if (value === null) return [column, null]
      if (to) return [column, this.#number(to, Number(value))]
      return [column, table.artefacts?.includes(column) ? this.#artefactOf(String(value)) : value]
    }))
  }

  #remember(table: string, before: number, now: number): void {
    const numbers = this.#numbers.get(table) ?? new Map<number, number>()
    this.#numbers.set(table, numbers.set(before, now))
  }

  #number(table: string, before: number): number {
    const now = this.#numbers.get(table)?.get(before)
    if (now !== undefined) return now
    throw new EngineFailure('BAD_INPUT', `A row belongs to the row ${before} of "${table}", and that did not come with it.`)
  }

  #artefactOf(name: string): number {
    const cut = name.indexOf('.')
    const id = this.#artefact.get(name.slice(0, cut), name.slice(cut + 1))
    if (id !== undefined) return id
    throw new EngineFailure('BAD_INPUT', `A row belongs to the file ${name}, and that did not come with it.`)
  }
}
