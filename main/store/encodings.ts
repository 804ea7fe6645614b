import type Database from 'better-sqlite3'

/** Artefacts of what a member said of a snapshot's images, by the encoding's name: Float32, images x its width. */
export type EncodingRecord = Record<string, number>

/** Queries on encodings: by member and snapshot, so that versions with the same pixels share them. */
export type Encodings = ReturnType<typeof encodings>

export function encodings(db: Database.Database) {
  const find = db.prepare<[string, number], { name: string; artefact: number }>(
    'SELECT name, artefact_id AS artefact FROM encodings WHERE key = ? AND snapshot_id = ?')
  const put = db.prepare('INSERT OR REPLACE INTO encodings VALUES (?, ?, ?, ?)')
  const unused = db.prepare(`DELETE FROM encodings
    WHERE NOT EXISTS (SELECT 1 FROM image_set_versions v WHERE v.snapshot_id = encodings.snapshot_id)`)
  const ofCells = db.prepare(`DELETE FROM encodings WHERE key = ? AND NOT EXISTS (SELECT 1 FROM ensemble_members m
    JOIN ensembles e ON e.id = m.ensemble_id WHERE m.key = encodings.key AND e.cell IS NULL)`)
  return {
    find: (key: string, snapshot: number): EncodingRecord =>
      Object.fromEntries(find.all(key, snapshot).map(({ name, artefact }) => [name, artefact])),
    /** Adds what was computed to what was there. */
    put: (key: string, snapshot: number, encoding: EncodingRecord) => {
      for (const [name, artefact] of Object.entries(encoding)) put.run(key, snapshot, name, artefact)
    },
    /** Forgets what a member said of all images, where no ensemble that people made has the member. */
    removeOfCells: (key: string) => void ofCells.run(key),
    /** Forgets the encodings of pixels that no image set has any more. */
    removeUnused: () => void unused.run(),
  }
}
