import type Database from 'better-sqlite3'
import type { Threshold } from '../contract/scores.ts'

/** For which detector of which members of which ensemble a threshold holds. */
export interface ThresholdPlace { ensembleId: number; detector: string; members: string }

/** Queries on the named thresholds of an ensemble's detectors. */
export type Thresholds = ReturnType<typeof thresholds>

export function thresholds(db: Database.Database) {
  const put = db
    .prepare<unknown[], number>(
      `INSERT INTO thresholds (ensemble_id, detector, members, name, value, rule)
    VALUES (@ensembleId, @detector, @members, @name, @value, @rule)
    ON CONFLICT (ensemble_id, detector, members, name)
    DO UPDATE SET value = excluded.value, rule = excluded.rule RETURNING id`).pluck()
  const find = db.prepare<unknown[], Threshold & { id: number }>(`SELECT id, name, value, rule FROM thresholds
    WHERE ensemble_id = @ensembleId AND detector = @detector AND members = @members AND name = @name`)
  return {
    put: (place: ThresholdPlace, threshold: Threshold) => put.get({ ...place, ...threshold })!,
    find: (place: ThresholdPlace, name: string) => find.get({ ...place, name }),
  }
}
