import type Database from 'better-sqlite3'
import type { Project } from '../contract/engine.ts'
import { now } from './now.ts'

/** Queries on projects. Names are unique. */
export type Projects = ReturnType<typeof projects>

export function projects(db: Database.Database) {
  const columns = `p.id, p.name, p.created,
    (SELECT count(*) FROM image_sets s WHERE s.project_id = p.id) AS imageSets,
    (SELECT count(*) FROM ensembles e JOIN image_set_versions v ON v.id = e.version_id
      JOIN image_sets s ON s.id = v.image_set_id WHERE s.project_id = p.id AND e.cell IS NULL) AS ensembles`
  const all = db.prepare<[], Project>(`SELECT ${columns} FROM projects p ORDER BY p.name`)
  const byId = db.prepare<[number], Project>(`SELECT ${columns} FROM projects p WHERE p.id = ?`)
  const byName = db.prepare<[string], Project>(`SELECT ${columns} FROM projects p WHERE p.name = ?`)
  const insert = db.prepare('INSERT INTO projects (name, created) VALUES (?, ?)')
  const update = db.prepare('UPDATE projects SET name = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM projects WHERE id = ?')
  return {
    list: () => all.all(),
    show: (id: number) => byId.get(id),
    named: (name: string) => byName.get(name),
    create: (name: string) => Number(insert.run(name, now()).lastInsertRowid),
    rename: (id: number, name: string) => void update.run(name, id),
    remove: (id: number) => void remove.run(id),
  }
}
