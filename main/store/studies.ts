import type Database from 'better-sqlite3'
import type { CellResult, StudySpec } from '../contract/studies.ts'
import { now } from './now.ts'

/** A study that was started once, as it was asked for last. */
export interface StudyRecord { id: number; projectId: number; name: string; created: string; spec: StudySpec }

type Row = Omit<StudyRecord, 'spec'> & { spec: string }

/** Queries on studies and on what their cells gave. */
export type Studies = ReturnType<typeof studies>

export function studies(db: Database.Database) {
  const columns = 'id, project_id AS projectId, name, created, spec'
  const here = `SELECT ${columns} FROM studies WHERE project_id IN (SELECT id FROM projects WHERE state = 'here')`
  const all = db.prepare<[], Row>(`${here} ORDER BY name`)
  const byId = db.prepare<[number], Row>(`${here} AND id = ?`)
  const byName = db.prepare<[string], Row>(`${here} AND name = ?`)
  const put = db.prepare<unknown[], number>(`INSERT INTO studies (project_id, name, spec, created)
    VALUES (@projectId, @name, @spec, @created)
    ON CONFLICT (name) DO UPDATE SET spec = excluded.spec, project_id = excluded.project_id RETURNING id`).pluck()
  const remove = db.prepare('DELETE FROM studies WHERE id = ?')
  return {
    ...cells(db),
    list: () => all.all().map(record),
    show: (id: number) => optional(byId.get(id)),
    named: (name: string) => optional(byName.get(name)),
    /** What its cells gave stays. */
    remove: (id: number) => void remove.run(id),
    /** Makes a study, or gives the one of that name another specification; out of a discarded project it moves. @returns its id */
    put: (projectId: number, spec: StudySpec) =>
      put.get({ projectId, name: spec.name, spec: JSON.stringify(spec), created: now() })!,
  }
}

function cells(db: Database.Database) {
  const find = db.prepare<[string], string>('SELECT result FROM study_cells WHERE key = ?').pluck()
  const state = db.prepare<[string], CellResult['state']>('SELECT state FROM study_cells WHERE key = ?').pluck()
  const put = db.prepare(`INSERT INTO study_cells VALUES (@key, @state, @result, @ended)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, result = excluded.result, ended = excluded.ended`)
  return {
    /** What a cell gave, under the names of the study that measured it. */
    cell: (key: string): CellResult | undefined => {
      const result = find.get(key)
      return result === undefined ? undefined : JSON.parse(result)
    },
    /** Whether a cell is done, or failed; undefined where it has no result. */
    cellState: (key: string) => state.get(key),
    putCell: (result: CellResult) => void put.run(
      { key: result.key, state: result.state, result: JSON.stringify(result), ended: result.ended }),
  }
}

const optional = (row: Row | undefined) => row && record(row)

function record(row: Row): StudyRecord {
  return { ...row, spec: JSON.parse(row.spec) }
}
