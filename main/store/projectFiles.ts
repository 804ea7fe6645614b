import type Database from 'better-sqlite3'

export interface ProjectSize { bytes: number; sharedBytes: number }

const columns = {
  versions: ['snapshot_id', 'rows_id', 'labels_id', 'splits_id'],
  members: ['weights_id', 'description_id'],
  scores: ['scores_id', 'fit_id', 'nearest_id'],
  label_scores: ['order_id', 'scores_id', 'foreign_id', 'suggested_id', 'findings_id'],
}

const of = (names: string[], from: string) => names.map((name) => `SELECT project, ${name} AS artefact FROM ${from}`)

/** Which artefacts belong to which project: each pair once, however many rows of the project name the file. */
const used = `WITH versions AS (
    SELECT v.*, s.project_id AS project FROM image_set_versions v JOIN image_sets s ON s.id = v.image_set_id),
  own AS (SELECT e.id AS ensemble_id, project FROM ensembles e JOIN versions v ON v.id = e.version_id),
  keys AS (SELECT DISTINCT project, key FROM own JOIN ensemble_members USING (ensemble_id)),
  used AS (${[
    ...of(columns.versions, 'versions'), ...of(columns.members, 'keys JOIN members USING (key)'),
    ...of(['artefact_id'], 'keys JOIN encodings USING (key)'), ...of(columns.scores, 'own JOIN scores USING (ensemble_id)'),
    ...of(columns.label_scores, 'own JOIN label_scores USING (ensemble_id)'),
  ].join(' UNION ')}),
  held AS (SELECT artefact, count(*) AS holders FROM used WHERE artefact IS NOT NULL GROUP BY artefact)`

/** Queries on the files of projects in the workspace. */
export function projectFiles(db: Database.Database) {
  const sizes = db.prepare<[], ProjectSize & { project: number }>(`${used}
    SELECT project, sum(a.bytes) AS bytes, coalesce(sum(a.bytes) FILTER (WHERE holders > 1), 0) AS sharedBytes
    FROM used JOIN held USING (artefact) JOIN artefacts a ON a.id = artefact GROUP BY project`)
  return {
    /** By project, out of sight or not. */
    sizes: () => new Map<number, ProjectSize>(
      sizes.all().map(({ project, bytes, sharedBytes }) => [project, { bytes, sharedBytes }])),
  }
}
