import type Database from 'better-sqlite3'
import type { Project } from '../contract/projects.ts'
import { now } from './now.ts'

/** Queries on projects that are in sight. Their names are unique. */
export type Projects = ReturnType<typeof projects>

export function projects(db: Database.Database) {
  const columns = `p.id, p.name, p.created, p.opened,
    (SELECT count(*) FROM image_sets s WHERE s.project_id = p.id) AS imageSets,
    (SELECT count(*) FROM ensembles e JOIN image_set_versions v ON v.id = e.version_id
      JOIN image_sets s ON s.id = v.image_set_id WHERE s.project_id = p.id AND e.cell IS NULL) AS ensembles`
  const here = `SELECT ${columns} FROM projects p WHERE p.state = 'here'`
  const all = db.prepare<[], Project>(`${here} ORDER BY p.name`)
  const byId = db.prepare<[number], Project>(`${here} AND p.id = ?`)
  const byName = db.prepare<[string], Project>(`${here} AND p.name = ?`)
  const insert = db.prepare('INSERT INTO projects (name, created) VALUES (?, ?)')
  const update = db.prepare('UPDATE projects SET name = ? WHERE id = ?')
  const open = db.prepare('UPDATE projects SET opened = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM projects WHERE id = ?')
  const named = (name: string) => byName.get(name)
  return {
    list: () => all.all(),
    show: (id: number) => byId.get(id),
    named,
    /** The name, with a number behind it where there is such a project: `parts`, `parts 2`. */
    freeName: (name: string): string => {
      for (let number = 2, free = name; ; number++) {
        if (!named(free)) return free
        free = `${name} ${number}`
      }
    },
    create: (name: string) => Number(insert.run(name, now()).lastInsertRowid),
    rename: (id: number, name: string) => void update.run(name, id),
    opened: (id: number) => void open.run(now(), id),
    remove: (id: number) => void remove.run(id),
    ...outOfSight(db),
  }
}

/** A project that was put out of sight, with the name that it had, and when that was. */
export interface Discarded { id: number; name: string; discarded: string }

function outOfSight(db: Database.Database) {
  const hide = db.prepare(`UPDATE projects SET state = 'discarded', called = name, name = '~' || id, discarded = ?
    WHERE id = ? AND state = 'here'`)
  const reveal = db.prepare(`UPDATE projects SET state = 'here', name = ?, called = NULL, discarded = NULL WHERE id = ?`)
  const all = db.prepare<[], Discarded>(`SELECT id, called AS name, discarded FROM projects
    WHERE state = 'discarded' ORDER BY discarded, id`)
  const incoming = db.prepare<[], number>(`SELECT id FROM projects WHERE state = 'incoming'`).pluck()
  const insert = db.prepare(`INSERT INTO projects (name, created, state) VALUES ('~' || hex(randomblob(16)), ?, 'incoming')`)
  return {
    discard: (id: number) => void hide.run(now(), id),
    discarded: () => all.all(),
    /** Those whose rows were still coming. */
    incoming: () => incoming.all(),
    /** Makes a project that nobody sees before it is revealed. @returns its id */
    createOutOfSight: () => Number(insert.run(now()).lastInsertRowid),
    /** Brings a project into sight, under a name that is free. */
    reveal: (id: number, name: string) => void reveal.run(name, id),
  }
}
