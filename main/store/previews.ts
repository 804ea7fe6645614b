import type Database from 'better-sqlite3'

/** Queries on the previews of trained members (contract/trainingPreview.ts), which are artefacts. */
export type Previews = ReturnType<typeof previews>

export function previews(db: Database.Database) {
  const byKey = db.prepare<[string], number>('SELECT preview_id FROM member_previews WHERE key = ?').pluck()
  const insert = db.prepare('INSERT INTO member_previews VALUES (?, ?) ON CONFLICT (key) DO NOTHING')
  return {
    /** The artefact of a member's preview; undefined where none was made. */
    of: (key: string): number | undefined => byKey.get(key),
    put: (key: string, artefact: number) => void insert.run(key, artefact),
  }
}
