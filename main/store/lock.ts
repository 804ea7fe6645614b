import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { type EngineAddress, lockFile } from '../contract/lockFile.ts'

/** Held by an engine for as long as it lives. */
export interface WorkspaceLock {
  /** Tells those who come second where this engine is reached. */
  publish(address: EngineAddress): void
  release(): void
}

/**
 * Takes a workspace for this process, or answers null where a living engine has it. The system gives the lock
 * back when its holder dies, however that happens, so that one left by a dead process needs no guessing by
 * process numbers: it is SQLite's write lock on an empty database, `engine.mutex`. `engine.lock` only says
 * who holds it.
 */
export async function takeLock(workspace: string): Promise<WorkspaceLock | null> {
  const { default: Sqlite } = await import('better-sqlite3')
  const mutex = new Sqlite(path.join(workspace, 'engine.mutex'), { timeout: 0 })
  if (!hold(mutex)) {
    mutex.close()
    return null
  }
  const file = lockFile(workspace)
  rmSync(file, { force: true })
  return {
    publish: (address) => writeWhole(file, JSON.stringify(address)),
    release: () => {
      rmSync(file, { force: true })
      mutex.close()
    },
  }
}

function hold(mutex: Database.Database): boolean {
  try {
    mutex.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

/** Whoever reads the file reads all of it, or none. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
