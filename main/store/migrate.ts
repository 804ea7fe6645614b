import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { EngineFailure } from '../contract/errors.ts'

/** A step from one layout of the database to the next. */
export interface Migration { name: string; sql: string }

/** 'LCNA': marks a SQLite file as Lacuna's. */
const applicationId = 0x4c434e41

/**
 * Brings the database to the newest layout. Each migration and its `user_version` are one transaction, and
 * before each one a database that was in use is copied to `backups`, as lacuna-v<version before>.db.
 * @throws EngineFailure where the file is newer than this Lacuna, or is no database of Lacuna
 */
export async function migrate(
  db: Database.Database, migrations: Migration[], backups: string,
): Promise<void> {
  const start = versionOf(db)
  refuseForeign(db, start)
  if (start > migrations.length) throw newer(db, start, migrations.length)
  for (let version = start; version < migrations.length; version++) {
    if (start > 0) await backUp(db, backups, version)
    apply(db, migrations[version], version + 1)
  }
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

function apply(db: Database.Database, migration: Migration, version: number): void {
  db.transaction(() => {
    db.exec(migration.sql)
    db.pragma(`user_version = ${version}`)
    db.pragma(`application_id = ${applicationId}`)
  }).immediate()
}

async function backUp(db: Database.Database, backups: string, version: number): Promise<void> {
  mkdirSync(backups, { recursive: true })
  await db.backup(path.join(backups, `lacuna-v${version}.db`))
}

function refuseForeign(db: Database.Database, version: number): void {
  const id = db.pragma('application_id', { simple: true })
  const tables = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get()
  if (id === applicationId || (version === 0 && tables === 0)) return
  throw new EngineFailure('UNAVAILABLE', `${db.name} is a database of another program.`,
    'Move it away, or choose another folder with LACUNA_HOME.')
}

function newer(db: Database.Database, version: number, known: number): EngineFailure {
  return new EngineFailure('UNAVAILABLE',
    `${db.name} was written by a newer version of Lacuna (layout ${version}, this one knows ${known}).`,
    'Update Lacuna; or point LACUNA_HOME at another folder.')
}
