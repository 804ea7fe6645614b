import type Database from 'better-sqlite3'
import type { ImageSet, ImportOptions } from '../contract/imageSets.ts'
import { now } from './now.ts'

/**
 * What an import found out about a version, beside its rows and files. The statistics are for whoever
 * compares sets.
 */
export type Found = Pick<
  ImageSet,
  'kind' | 'classes' | 'images' | 'problems' | 'pairs' | 'byClass' | 'unlabelled' | 'warnings'
> & { shape: Omit<NonNullable<ImageSet['snapshot']>, 'sha256'>; options: ImportOptions; statistics: unknown }

/** The artefacts of a version: pixels, images.ndjson, labels (Int32 x images) and splits (Uint8 x images). */
export interface VersionFiles { snapshot: number; rows: number; labels: number; splits: number }

interface Row {
  id: number; projectId: number; setId: number; name: string; source: string; version: number; created: string
  state: 'importing' | 'ready' | 'failed' | 'removing'; found: string; sha256: string | null
  snapshot: number | null; rows: number | null; labels: number | null; splits: number | null
}

const columns = `v.id, s.project_id AS projectId, s.id AS setId, s.name, v.source, v.version, v.created,
  v.state, v.found, a.sha256, v.snapshot_id AS snapshot, v.rows_id AS rows, v.labels_id AS labels,
  v.splits_id AS splits`
const tables = `image_set_versions v JOIN image_sets s ON s.id = v.image_set_id
  LEFT JOIN artefacts a ON a.id = v.snapshot_id`

/** Queries on the versions of image sets: what the contract calls an image set is one version. */
export type ImageSets = ReturnType<typeof imageSets>

export function imageSets(db: Database.Database) {
  const all = db.prepare<{ project: string | null }, Row>(`SELECT ${columns} FROM ${tables}
    JOIN projects p ON p.id = s.project_id WHERE v.same_as IS NULL AND v.state <> 'removing'
    AND p.state = 'here' AND (@project IS NULL OR p.name = @project) ORDER BY s.name, v.version, v.id`)
  const byId = db.prepare<[number], Row>(`SELECT ${columns} FROM ${tables}
    WHERE v.id = (SELECT coalesce(same_as, id) FROM image_set_versions WHERE id = ?)
    AND v.state <> 'removing'`)
  const equal = db.prepare<
    unknown[],
    { id: number; found: string }
  >(`SELECT id, found FROM image_set_versions WHERE image_set_id = ?
    AND state = 'ready' AND same_as IS NULL
    AND snapshot_id = ? AND rows_id = ? AND labels_id = ? AND splits_id = ?`)
  const ofProject = db.prepare<[number], number>(`SELECT v.id FROM image_set_versions v
    JOIN image_sets s ON s.id = v.image_set_id WHERE s.project_id = ?`).pluck()
  return {
    list: (project?: string) => all.all({ project: project ?? null }).map(imageSet),
    show: (id: number) => optional(byId.get(id), imageSet),
    files: (id: number) => optional(byId.get(id), versionFiles),
    found: (id: number) => optional(byId.get(id), (row) => JSON.parse(row.found) as Found),
    /** An earlier version of the same set with the same files, of which an import found the same. */
    same: (id: number, files: VersionFiles, found: Found) =>
      equal
        .all(byId.get(id)!.setId, files.snapshot, files.rows, files.labels, files.splits)
        .find((row) => alike(row.found, found))?.id,
    /** All versions of a project's image sets, in whatever state. */
    ofProject: (projectId: number) => ofProject.all(projectId),
    inState: (state: Row['state']) => db.prepare<[string], number>(
      'SELECT id FROM image_set_versions WHERE state = ?').pluck().all(state),
    /** Where the images of all versions come from. */
    sources: () => db.prepare<[], string>('SELECT DISTINCT source FROM image_set_versions').pluck().all(),
    ...changes(db),
  }
}

function changes(db: Database.Database) {
  const set = db.prepare<[number, string], number>(`INSERT INTO image_sets (project_id, name) VALUES (?, ?)
    ON CONFLICT (project_id, name) DO UPDATE SET name = excluded.name RETURNING id`).pluck()
  const version = db.prepare(`INSERT INTO image_set_versions (image_set_id, version, state, source, created)
    SELECT @set, 1 + coalesce(max(version), 0), 'importing', @source, @created
    FROM image_set_versions WHERE image_set_id = @set`)
  const finish =
    db.prepare(`UPDATE image_set_versions SET state = 'ready', found = @found, snapshot_id = @snapshot,
    rows_id = @rows, labels_id = @labels, splits_id = @splits WHERE id = @id`)
  const state = db.prepare('UPDATE image_set_versions SET state = ? WHERE id = ?')
  const same = db.prepare(
    `UPDATE image_set_versions SET state = 'ready', same_as = ?, version = NULL WHERE id = ?`,
  )
  const source = db.prepare('UPDATE image_set_versions SET source = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM image_set_versions WHERE id = ?')
  const emptySets = db.prepare(`DELETE FROM image_sets
    WHERE NOT EXISTS (SELECT 1 FROM image_set_versions v WHERE v.image_set_id = image_sets.id)`)
  return {
    open: (projectId: number, name: string, source: string) => Number(version.run(
      { set: set.get(projectId, name), source, created: now() }).lastInsertRowid),
    finish: (id: number, found: Found, files: VersionFiles) =>
      void finish.run({ id, found: JSON.stringify(found), ...files }),
    setState: (id: number, to: Row['state']) => void state.run(to, id),
    sameAs: (id: number, earlier: number) => void same.run(earlier, id),
    move: (id: number, to: string) => void source.run(to, id),
    remove: (id: number) => {
      remove.run(id)
      emptySets.run()
    },
  }
}

function imageSet(row: Row): ImageSet {
  const found = JSON.parse(row.found) as Partial<Found>
  const {
    kind = '', classes = [], images = 0, problems = 0, pairs = 0, byClass = [], unlabelled = 0, warnings = [],
  } = found
  const snapshot = found.shape && row.sha256 ? { ...found.shape, sha256: row.sha256 } : null
  const { id, projectId, name, source, version, created } = row
  const state = row.state as ImageSet['state']
  return {
    id, projectId, name, source, kind, version, created, state, classes, images, problems, pairs, byClass,
    unlabelled, warnings, snapshot,
  }
}

/** What was asked of an import does not count, only what it found. */
function alike(earlier: string, found: Found): boolean {
  const finding = (one: Found) => JSON.stringify({ ...one, options: undefined })
  return finding(JSON.parse(earlier)) === finding(found)
}

function versionFiles({ snapshot, rows, labels, splits }: Row): VersionFiles | undefined {
  if (snapshot === null || rows === null || labels === null || splits === null) return undefined
  return { snapshot, rows, labels, splits }
}

function optional<R, T>(row: R | undefined, make: (row: R) => T): T | undefined {
  return row && make(row)
}
