import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect } from '../../main/client/connect.ts'
import { lockedExitCode } from '../../main/contract/lockFile.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { isAlive, kill, workspaceInTest } from './enginesInTest.ts'

const engineProcess = path.join(import.meta.dirname, '..', '..', 'main', 'engine', 'engineProcess.ts')

test('the first client starts an engine, a second joins it, and it ends when both are gone', async () => {
  const { join, lock, workspace } = workspaceInTest()
  const [first, second] = [await join(), await join()]
  expect(second.pid).toBe(first.pid)
  expect(lock()).toMatchObject({ pid: first.pid })
  expect(await first.api.engine.status()).toMatchObject({ clients: 2, running: 0 })
  await first.close()
  await expect.poll(async () => (await second.api.engine.status()).clients).toBe(1)
  await second.close()
  await expect.poll(() => isAlive(first.pid), { timeout: 10_000 }).toBe(false)
  expect(existsSync(path.join(workspace, 'engine.lock'))).toBe(false)
})

test('of many that start at once exactly one engine runs, and all clients are with it', async () => {
  const { join } = workspaceInTest()
  const clients = await Promise.all(Array.from({ length: 4 }, () => join()))
  expect(new Set(clients.map(({ pid }) => pid)).size).toBe(1)
})

test('an engine that finds another one in its workspace ends with a code of its own', async () => {
  const { join, workspace } = workspaceInTest()
  const { api } = await join()
  const second = spawn(process.execPath, [engineProcess, '--workspace', workspace], { stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([lockedExitCode, null])
  expect(await api.projects.list()).toEqual([])
})

test('the place of a killed engine is taken over at once, by a call that is already connected too', async () => {
  const { join, workspace } = workspaceInTest()
  const client = await join()
  await client.api.projects.create({ name: 'kept' })
  kill(client.pid)
  await expect.poll(() => isAlive(client.pid)).toBe(false)
  expect(existsSync(path.join(workspace, 'engine.lock'))).toBe(true)
  const second = await join()
  expect(second.pid).not.toBe(client.pid)
  expect(await client.api.projects.list()).toMatchObject([{ name: 'kept' }])
  expect((await client.api.engine.status()).pid).toBe(second.pid)
})

test('an engine that cannot open its database says why, in the client', async () => {
  const workspace = temporaryFolder()
  const db = new Database(path.join(workspace, 'lacuna.db'))
  db.pragma(`application_id = ${0x4c434e41}`)
  db.pragma('user_version = 99')
  db.close()
  await expect(connect({ workspace })).rejects.toMatchObject({
    code: 'UNAVAILABLE', message: expect.stringContaining('written by a newer version of Lacuna'),
  })
})

test('a workspace that cannot be made is refused with a sentence', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), '')
  await expect(connect({ workspace: path.join(folder, 'file', 'inside') })).rejects.toMatchObject({
    code: 'UNAVAILABLE', hint: expect.stringContaining('LACUNA_HOME'),
  })
})

test('a name with spaces and letters of any script works as a workspace, however long it is', async () => {
  const folder = path.join(temporaryFolder(), `Kämme und Zähne ${'x'.repeat(120)} 例`)
  mkdirSync(folder)
  const connection = await connect({ workspace: folder, engineArguments: ['--idle-exit', '0.2'] })
  const { workspace, pid } = await connection.api.engine.status()
  expect(workspace).toBe(folder)
  await connection.close()
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
