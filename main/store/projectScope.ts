import type Database from 'better-sqlite3'

/** A part of a project: an ensemble with some of its scores, the image sets of these, and what was judged of those. */
export interface ProjectScope { ensembleId: number; scoreIds: number[] }

/**
 * Has a connection see only a part of a project: views of its own hide the tables of the same names, and whatever reads a
 * project reads the part.
 * @param db a connection that is used for nothing else
 */
export function narrow(db: Database.Database, { ensembleId, scoreIds }: ProjectScope): void {
  // Views take no parameters; the numbers are made sure to be numbers.
  const numbers = (ids: number[]) => ids.map((id) => BigInt(id).toString()).join(', ')
  const hide = (table: string, condition: string) =>
    db.exec(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} WHERE ${condition}`)
  hide('ensembles', `id = ${numbers([ensembleId])}`)
  hide('scores', `id IN (${numbers(scoreIds)})`)
  hide('image_set_versions', 'id IN (SELECT version_id FROM temp.ensembles UNION SELECT version_id FROM temp.scores)')
  hide('verdicts', 'hash IN (SELECT hash FROM main.images WHERE version_id IN (SELECT id FROM temp.image_set_versions))')
}
