import type Database from 'better-sqlite3'

const tables = ['projects', 'image_set_versions', 'ensembles', 'members', 'scores', 'verdicts', 'studies', 'jobs', 'artefacts'] as const

/** How many rows there are in the tables that people think of. */
export function counts(db: Database.Database): Record<(typeof tables)[number], number> {
  const rows = tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!])
  return Object.fromEntries(rows)
}
