import type Database from 'better-sqlite3'
import type { SavedComparison } from '../contract/comparisons.ts'
import { now } from './now.ts'

type Row = Omit<SavedComparison, 'scoreIds'> & { scores: string }

/** Queries on the comparisons that people named. */
export type Comparisons = ReturnType<typeof comparisons>

export function comparisons(db: Database.Database) {
  const columns = 'id, project_id AS projectId, name, created, scores'
  const byProject = db.prepare<[number], Row>(`SELECT ${columns} FROM comparisons WHERE project_id = ? ORDER BY id`)
  const byId = db.prepare<[number], Row>(`SELECT ${columns} FROM comparisons WHERE id = ?`)
  const insert = db.prepare('INSERT INTO comparisons (project_id, name, created, scores) VALUES (?, ?, ?, ?)')
  const rename = db.prepare('UPDATE comparisons SET name = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM comparisons WHERE id = ?')
  return {
    list: (projectId: number) => byProject.all(projectId).map(record),
    show: (id: number) => {
      const row = byId.get(id)
      return row && record(row)
    },
    /** @returns its id */
    save: (projectId: number, name: string, scoreIds: number[]) =>
      Number(insert.run(projectId, name, now(), JSON.stringify(scoreIds)).lastInsertRowid),
    rename: (id: number, name: string) => void rename.run(name, id),
    remove: (id: number) => remove.run(id).changes > 0,
  }
}

function record({ scores, ...row }: Row): SavedComparison {
  return { ...row, scoreIds: JSON.parse(scores) as number[] }
}
