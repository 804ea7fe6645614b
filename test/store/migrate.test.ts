import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { preset } from '../../main/contract/presets.ts'
import { migrate } from '../../main/store/migrate.ts'
import { migrations } from '../../main/store/migrations/index.ts'
import { openStore } from '../../main/store/openStore.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const first = {
  name: 'first', sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT; INSERT INTO one VALUES (1);',
}
const second = { name: 'second', sql: 'CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT;' }
const broken = {
  name: 'broken', sql: 'CREATE TABLE three (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);',
}
const names = (db: Database.Database) =>
  db.prepare('SELECT name FROM sqlite_master ORDER BY name').pluck().all()

test('a new database gets every migration, with foreign keys, WAL and full synchronisation', async () => {
  const workspace = temporaryFolder()
  const store = await openStore(workspace)
  const db = new Database(path.join(workspace, 'lacuna.db'))
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(existsSync(path.join(workspace, 'backups'))).toBe(false)
  const strict = db.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  )
  expect(strict.all()).toEqual([])
  expect(() => store.jobs.create({ kind: 'train', projectId: 7, title: 'T', request: {} })).toThrow(
    'FOREIGN KEY',
  )
  db.close()
  store.close()
})

test('a database that was in use is copied before each migration', async () => {
  const folder = temporaryFolder()
  const db = new Database(path.join(folder, 'x.db'))
  await migrate(db, [first], path.join(folder, 'backups'))
  await migrate(
    db, [first, second, { ...second, sql: 'CREATE TABLE three (id) ' }], path.join(folder, 'backups'),
  )
  expect(readdirSync(path.join(folder, 'backups'))).toEqual(['lacuna-v1.db', 'lacuna-v2.db'])
  const copy = new Database(path.join(folder, 'backups', 'lacuna-v1.db'))
  expect(names(copy)).toEqual(['one'])
  expect(copy.prepare('SELECT id FROM one').pluck().all()).toEqual([1])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  const folder = temporaryFolder()
  const db = new Database(path.join(folder, 'x.db'))
  await expect(migrate(db, [first, broken], folder)).rejects.toThrow('nowhere')
  expect(names(db)).toEqual(['one'])
  expect(db.pragma('user_version', { simple: true })).toBe(1)
})

test('a file from a newer version is refused with a sentence, and not touched', async () => {
  const workspace = temporaryFolder()
  const store = await openStore(workspace)
  store.close()
  const db = new Database(path.join(workspace, 'lacuna.db'))
  db.pragma('user_version = 99')
  db.close()
  await expect(openStore(workspace)).rejects.toMatchObject({
    code: 'UNAVAILABLE', message: expect.stringContaining('written by a newer version of Lacuna (layout 99'),
  })
})

test('another program\'s database, and a file that is none, are refused with a sentence', async () => {
  const [foreign, text] = [temporaryFolder(), temporaryFolder()]
  new Database(path.join(foreign, 'lacuna.db')).exec('CREATE TABLE theirs (id)').close()
  await expect(openStore(foreign)).rejects.toMatchObject({
    message: expect.stringContaining('of another program'),
  })
  writeFileSync(
    path.join(text, 'lacuna.db'),
    'This is no database, but a text that is long enough to be looked at.'.repeat(30),
  )
  await expect(openStore(text)).rejects.toMatchObject({
    code: 'UNAVAILABLE', message: expect.stringContaining('cannot be opened'),
  })
})

test('jobs of a workspace from before studies stay as they are, and a study can be one of them', async () => {
  const workspace = temporaryFolder()
  const db = new Database(path.join(workspace, 'lacuna.db'))
  await migrate(db, migrations.slice(0, 6), path.join(workspace, 'backups'))
  db.exec(`INSERT INTO projects VALUES (1, 'p', '2026');
    INSERT INTO jobs VALUES (7, 'train', 1, 'T', 'done', '{"ensembleId":3}', NULL, NULL, '{"ensembleId":3}', '2026', '2027')`)
  db.close()
  const store = await openStore(workspace)
  expect(store.jobs.show(7)).toMatchObject({ kind: 'train', state: 'done', ensembleId: 3, created: '2026', ended: '2027' })
  expect(store.jobs.create({ kind: 'study', projectId: 1, title: 'S', request: { studyId: 1 } })).toBe(8)
  store.close()
})

test('ensembles from before there were folds have none in their settings', async () => {
  const folder = temporaryFolder()
  const db = new Database(path.join(folder, 'lacuna.db'))
  const before = migrations.slice(0, migrations.findIndex(({ name }) => name.startsWith('folds')))
  await migrate(db, before, path.join(folder, 'backups'))
  db.exec(`INSERT INTO projects VALUES (1, 'p', 'now'); INSERT INTO image_sets VALUES (1, 1, 's');
    INSERT INTO image_set_versions (id, image_set_id, state, source, created) VALUES (1, 1, 'ready', '/s', 'now');`)
  const { training: { folds: _, ...training }, ...rest } = preset('recommended')
  db.prepare(`INSERT INTO ensembles (id, version_id, name, created, settings, known, held_out) VALUES (1, 1, 'e', 'now', ?, '[0]', '[]')`).run(JSON.stringify({ ...rest, training }))
  db.close()
  const store = await openStore(folder)
  expect(store.ensembles.show(1)?.settings).toEqual(preset('recommended'))
  store.close()
})
