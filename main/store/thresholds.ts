import type Database from 'better-sqlite3'
import type { Threshold } from '../contract/scores.ts'
import type { SavedThreshold, ThresholdRule } from '../contract/thresholds.ts'
import { now } from './now.ts'

/** For which detector of which members of which ensemble a threshold holds. */
export interface ThresholdPlace { ensembleId: number; detector: string; members: string }

/** A stored threshold with its place. */
export type ThresholdRecord = Omit<SavedThreshold, 'inUse'> & ThresholdPlace

type Row = Omit<ThresholdRecord, 'chosen'> & { chosen: string | null }

const columns = 'id, name, value, rule, chosen, created, ensemble_id AS ensembleId, detector, members'

/** Queries on the named thresholds of an ensemble's detectors. */
export type Thresholds = ReturnType<typeof thresholds>

export function thresholds(db: Database.Database) {
  const place = 'ensemble_id = @ensembleId AND detector = @detector AND members = @members'
  const put = db
    .prepare<unknown[], number>(
      `INSERT INTO thresholds (ensemble_id, detector, members, name, value, rule, chosen, created)
    VALUES (@ensembleId, @detector, @members, @name, @value, @rule, @chosen, @created)
    ON CONFLICT (ensemble_id, detector, members, name)
    DO UPDATE SET value = excluded.value, rule = excluded.rule RETURNING id`).pluck()
  const list = db.prepare<unknown[], Row>(`SELECT ${columns} FROM thresholds WHERE ${place} ORDER BY id`)
  const show = db.prepare<[number], Row>(`SELECT ${columns} FROM thresholds WHERE id = ?`)
  const rename = db.prepare('UPDATE thresholds SET name = @name WHERE id = @id')
  const remove = db.prepare('DELETE FROM thresholds WHERE id = ?')
  const write = (where: ThresholdPlace, threshold: Threshold, chosen: ThresholdRule | null): number =>
    put.get({ ...where, ...threshold, chosen: chosen && JSON.stringify(chosen), created: now() })!
  return {
    /** The threshold that scoring itself makes: one of that name is changed. */
    put: (where: ThresholdPlace, threshold: Threshold) => write(where, threshold, null),
    /** One that a person chose. Its name must be free. */
    add: (where: ThresholdPlace, threshold: Threshold, chosen: ThresholdRule) => write(where, threshold, chosen),
    list: (where: ThresholdPlace) => list.all(where).map(record),
    show: (id: number) => {
      const row = show.get(id)
      return row && record(row)
    },
    rename: (id: number, name: string) => void rename.run({ id, name }),
    remove: (id: number) => void remove.run(id),
  }
}

const record = (row: Row): ThresholdRecord =>
  ({ ...row, chosen: row.chosen === null ? null : JSON.parse(row.chosen) as ThresholdRule })
