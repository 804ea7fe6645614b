import type Database from 'better-sqlite3'
import type { Encoder, EncoderDescription } from '../contract/encoders.ts'
import { now } from './now.ts'

/** An encoder with the artefact of its model. */
export interface EncoderRecord extends Encoder { model: number }

export interface NewEncoder { name: string; file: string; description: EncoderDescription; model: number }

interface Row extends Omit<EncoderRecord, keyof EncoderDescription> { description: string }

const select = `SELECT e.id, e.name, e.created, e.file, e.description, e.model_id AS model, a.sha256, a.bytes
  FROM encoders e JOIN artefacts a ON a.id = e.model_id`

/** Queries on encoders, and on what they said of the images of a snapshot. */
export type Encoders = ReturnType<typeof encoders>

export function encoders(db: Database.Database) {
  const all = db.prepare<[], Row>(`${select} ORDER BY e.name`)
  const byId = db.prepare<[number], Row>(`${select} WHERE e.id = ?`)
  const byName = db.prepare<[string], Row>(`${select} WHERE e.name = ?`)
  const insert = db.prepare('INSERT INTO encoders (name, created, file, description, model_id) VALUES (?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM encoders WHERE id = ?')
  const users = db.prepare<[string], string>(`SELECT DISTINCT e.name FROM scores s JOIN ensembles e ON e.id = s.ensemble_id
    WHERE instr(s.detector, '@') > 0 AND substr(s.detector, instr(s.detector, '@') + 1) = ? ORDER BY e.id`).pluck()
  return {
    list: () => all.all().map(record),
    show: (id: number) => optional(byId.get(id)),
    named: (name: string) => optional(byName.get(name)),
    create: ({ name, file, description, model }: NewEncoder) =>
      Number(insert.run(name, now(), file, JSON.stringify(description), model).lastInsertRowid),
    remove: (id: number) => void remove.run(id),
    /** The names of the ensembles that have scores by an encoder's features. */
    ensemblesOf: (name: string) => users.all(name),
    ...features(db),
  }
}

function features(db: Database.Database) {
  const find = db.prepare<[number, number], number>(
    'SELECT features_id FROM encoder_features WHERE encoder_id = ? AND snapshot_id = ?').pluck()
  const put = db.prepare('INSERT OR REPLACE INTO encoder_features VALUES (?, ?, ?)')
  const unused = db.prepare(`DELETE FROM encoder_features
    WHERE NOT EXISTS (SELECT 1 FROM image_set_versions v WHERE v.snapshot_id = encoder_features.snapshot_id)`)
  return {
    /** The artefact of an encoder's features of a snapshot. */
    features: (encoder: number, snapshot: number) => find.get(encoder, snapshot),
    putFeatures: (encoder: number, snapshot: number, artefact: number) => void put.run(encoder, snapshot, artefact),
    /** Forgets the features of pixels that no image set has any more. */
    removeUnusedFeatures: () => void unused.run(),
  }
}

function optional(row: Row | undefined): EncoderRecord | undefined {
  return row && record(row)
}

function record({ description, ...rest }: Row): EncoderRecord {
  return { ...rest, ...(JSON.parse(description) as EncoderDescription) }
}
