import type Database from 'better-sqlite3'
import type { VerdictEntry, VerdictKind } from '../contract/verdicts.ts'

/** Whose verdicts: an image is known by its content within a project. */
export interface Judged { projectId: number; hash: string }

/** An entry before it has its number. */
export type NewVerdict = Omit<VerdictEntry, 'id'>

/** A current verdict with the image of a set that it is about. */
export interface PlacedVerdict extends VerdictEntry {
  verdict: VerdictKind; position: number; path: string; label: number | null; hash: string
}

type Stored<T> = Omit<T, 'tags'> & { tags: string }

const columns = 'v.id, v.verdict, v.note, v.tags, v.class, v.score_id AS scoreId, v.judged'

/** Queries on the record of verdicts, to which is only ever added. */
export type Verdicts = ReturnType<typeof verdicts>

export function verdicts(db: Database.Database) {
  const insert = db.prepare(`INSERT INTO verdicts (project_id, hash, verdict, note, tags, class, score_id, judged)
    VALUES (@projectId, @hash, @verdict, @note, @tags, @class, @scoreId, @judged)`)
  const history = db.prepare<Judged, Stored<VerdictEntry>>(`SELECT ${columns} FROM verdicts v
    WHERE v.project_id = @projectId AND v.hash = @hash ORDER BY v.id DESC`)
  const newest = db.prepare<Judged, Stored<VerdictEntry>>(`SELECT ${columns} FROM verdicts v
    WHERE v.project_id = @projectId AND v.hash = @hash ORDER BY v.id DESC LIMIT 1`)
  const ofSet = db.prepare<unknown[], Stored<PlacedVerdict>>(`SELECT ${columns}, i.position, i.path, i.label, i.hash
    FROM verdicts v JOIN images i ON i.version_id = @imageSetId AND i.hash = v.hash
    WHERE v.project_id = @projectId AND i.position >= @from AND v.verdict IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM verdicts n WHERE n.project_id = v.project_id AND n.hash = v.hash AND n.id > v.id)
    ORDER BY i.position LIMIT @limit`)
  const last = db.prepare<[number], number>('SELECT coalesce(max(id), 0) FROM verdicts WHERE project_id = ?').pluck()
  return {
    /** @returns the entry with its number */
    add: (image: Judged, entry: NewVerdict): VerdictEntry => {
      const { lastInsertRowid } = insert.run({ ...image, ...entry, tags: JSON.stringify(entry.tags) })
      return { id: Number(lastInsertRowid), ...entry }
    },
    /** All entries of an image, the newest first. */
    history: (image: Judged) => history.all(image).map(parsed),
    /** What counts of an image; undefined where nothing was said or the last was withdrawn. */
    current: (image: Judged): VerdictEntry | undefined => {
      const row = newest.get(image)
      return row?.verdict ? parsed(row) : undefined
    },
    /** The current verdicts of a version's images, by position. */
    ofSet: (projectId: number, imageSetId: number, { from = 0, limit = -1 } = {}): PlacedVerdict[] =>
      ofSet.all({ projectId, imageSetId, from, limit }).map(parsed),
    /** The number of a project's last entry, 0 where there is none: it changes with every change. */
    last: (projectId: number) => last.get(projectId)!,
  }
}

function parsed<T extends { tags: string }>(row: T): Omit<T, 'tags'> & { tags: string[] } {
  return { ...row, tags: JSON.parse(row.tags) as string[] }
}
