import path from 'node:path'
import type Database from 'better-sqlite3'
import { EngineFailure } from '../contract/errors.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { getNode24, hasNodeApi, needsNode24 } from './nodeApi.ts'

/**
 * Opens `<workspace>/lacuna.db`, made where there is none, at the newest layout.
 * @throws EngineFailure with a sentence where this Node is too old, or where the file cannot be used
 */
export async function openDatabase(workspace: string): Promise<Database.Database> {
  const file = path.join(workspace, 'lacuna.db')
  const db = await open(file)
  try {
    await migrate(db, migrations, path.join(workspace, 'backups'))
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

async function open(file: string): Promise<Database.Database> {
  if (!hasNodeApi) throw new EngineFailure('UNAVAILABLE', needsNode24, getNode24)
  const { default: Sqlite } = await import('better-sqlite3')
  try {
    const db = new Sqlite(file)
    db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = ON')
    // better-sqlite3 is built with NORMAL for WAL: a power cut could take back what a person decided.
    db.pragma('synchronous = FULL')
    return db
  } catch (error) {
    throw new EngineFailure(
      'UNAVAILABLE', `The database ${file} cannot be opened: ${(error as Error).message}.`,
      'Check the permissions of its folder; copies made before updates are in "backups" beside it.',
    )
  }
}
