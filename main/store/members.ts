import type Database from 'better-sqlite3'
import type { Health, Member } from '../contract/ensembles.ts'
import { now } from './now.ts'

/** A member as an ensemble lists it. */
export interface MemberPlace {
  index: number; key: string; threads: number; state: Member['state']; reason: string | null; reused: boolean
}

/** A trained member, whichever ensembles it belongs to. */
export interface TrainedMember {
  key: string; parameters: number; seconds: number; device: string; health: Health
  /** Largest resident memory of its worker in MB; null where that was not measured. */
  memory: number | null
  /** Artefacts: the flat weights, and the description that goes with them. */
  weights: number; description: number
}

type PlaceRow = Omit<MemberPlace, 'reused'> & { reused: number }
type TrainedRow = Omit<TrainedMember, 'health'> & { health: string }

/** Queries on members: their places in ensembles, and what training them gave. */
export type Members = ReturnType<typeof members>

export function members(db: Database.Database) {
  return { ...places(db), ...trained(db) }
}

function places(db: Database.Database) {
  const columns = 'number AS "index", key, threads, state, reason, reused'
  const list = db.prepare<[number], PlaceRow>(
    `SELECT ${columns} FROM ensemble_members WHERE ensemble_id = ? ORDER BY number`,
  )
  const put =
    db.prepare(`INSERT INTO ensemble_members (ensemble_id, number, key, threads, state, reason, reused)
    VALUES (@ensembleId, @index, @key, @threads, @state, @reason, @reused)
    ON CONFLICT (ensemble_id, number) DO UPDATE SET key = excluded.key, threads = excluded.threads,
    state = excluded.state, reason = excluded.reason, reused = excluded.reused`)
  const state = db.prepare(
    'UPDATE ensemble_members SET state = ?, reason = ? WHERE ensemble_id = ? AND number = ?',
  )
  const unfinished = db
    .prepare<[], string>(`SELECT DISTINCT key FROM ensemble_members WHERE state NOT IN ('done', 'cancelled')`)
    .pluck()
  return {
    places: (ensembleId: number): MemberPlace[] =>
      list.all(ensembleId).map((row) => ({ ...row, reused: row.reused === 1 })),
    put: (ensembleId: number, place: MemberPlace) =>
      void put.run({ ...place, ensembleId, reused: place.reused ? 1 : 0 }),
    setState: (ensembleId: number, index: number, to: Member['state'], reason: string | null = null) =>
      void state.run(to, reason, ensembleId, index),
    /** The keys of members whose checkpoints may still be needed. */
    unfinishedKeys: () => unfinished.all(),
  }
}

function trained(db: Database.Database) {
  const byKey = db.prepare<
    [string],
    TrainedRow
  >(`SELECT key, parameters, seconds, device, health, memory, weights_id AS weights,
    description_id AS description FROM members WHERE key = ?`)
  const insert =
    db.prepare(`INSERT INTO members (key, parameters, seconds, device, health, memory, created, weights_id,
    description_id) VALUES (@key, @parameters, @seconds, @device, @health, @memory, @created, @weights, @description)
    ON CONFLICT (key) DO NOTHING`)
  const newest = db.prepare<[], { device: string; at: string }>(
    'SELECT device, created AS at FROM members ORDER BY created DESC, rowid DESC LIMIT 1')
  const unused = ['members', 'curve_points'].map((table) => db.prepare(
    `DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM ensemble_members e WHERE e.key = ${table}.key)`))
  return {
    trained: (key: string): TrainedMember | undefined => {
      const row = byKey.get(key)
      return row && { ...row, health: JSON.parse(row.health) }
    },
    insertTrained: (member: TrainedMember) =>
      void insert.run({ ...member, health: JSON.stringify(member.health), created: now() }),
    /** What the newest of all trained members was trained on, and when. */
    lastUsed: () => newest.get() ?? null,
    /** Forgets what no ensemble names any more. */
    removeUnused: () => unused.forEach((statement) => statement.run()),
  }
}
