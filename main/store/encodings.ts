import type Database from 'better-sqlite3'

/**
 * Artefacts of what a member said of a snapshot's images: Float32, images x d for the first two, images for
 * the third.
 */
export interface EncodingRecord {
  means: number | null; logVariances: number | null; reconstruction: number | null
}

/** Queries on encodings: by member and snapshot, so that versions with the same pixels share them. */
export type Encodings = ReturnType<typeof encodings>

export function encodings(db: Database.Database) {
  const find = db.prepare<
    [string, number],
    EncodingRecord
  >(`SELECT means_id AS means, log_variances_id AS logVariances,
    reconstruction_id AS reconstruction FROM encodings WHERE key = ? AND snapshot_id = ?`)
  const put =
    db.prepare(`INSERT INTO encodings VALUES (@key, @snapshot, @means, @logVariances, @reconstruction)
    ON CONFLICT (key, snapshot_id) DO UPDATE SET means_id = coalesce(excluded.means_id, means_id),
    log_variances_id = coalesce(excluded.log_variances_id, log_variances_id),
    reconstruction_id = coalesce(excluded.reconstruction_id, reconstruction_id)`)
  const none: EncodingRecord = { means: null, logVariances: null, reconstruction: null }
  const unused = db.prepare(`DELETE FROM encodings
    WHERE NOT EXISTS (SELECT 1 FROM image_set_versions v WHERE v.snapshot_id = encodings.snapshot_id)`)
  return {
    find: (key: string, snapshot: number) => find.get(key, snapshot) ?? none,
    /** Adds what was computed to what was there. */
    put: (key: string, snapshot: number, encoding: EncodingRecord) =>
      void put.run({ key, snapshot, ...encoding }),
    /** Forgets the encodings of pixels that no image set has any more. */
    removeUnused: () => void unused.run(),
  }
}
