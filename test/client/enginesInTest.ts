import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { connect, type Connection } from '../../main/client/connect.ts'
import { standIns, steps } from '../engine/engineInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

/** Shared by all engines of the tests: each would compile everything anew. */
const compiled = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lacuna-tests')

/**
 * A workspace whose engines have stand-in workers, and a way to connect to it. All engines end with the test.
 */
export function workspaceInTest() {
  const workspace = temporaryFolder()
  process.env.LACUNA_RUNTIME = fakeRuntime(path.join(workspace, 'runtime'))
  process.env.NODE_COMPILE_CACHE = compiled
  const engineArguments = ['--workers', standIns, '--cores', '2', '--idle-exit', '1']
  const pids = new Set<number>()
  onTestFinished(async () => {
    pids.forEach(kill)
    await expect.poll(() => [...pids].some(isAlive), { timeout: 10_000 }).toBe(false)
  })
  const join = async (): Promise<Connection & { pid: number } & ReturnType<typeof steps>> => {
    const connection = await connect({ workspace, engineArguments })
    onTestFinished(() => connection.close())
    const { pid } = await connection.api.engine.status()
    pids.add(pid)
    return { ...connection, pid, ...steps(connection.api, workspace) }
  }
  return {
    workspace, engineArguments, join,
    lock: () => JSON.parse(readFileSync(path.join(workspace, 'engine.lock'), 'utf8')),
  }
}

function fakeRuntime(folder: string): string {
  mkdirSync(path.join(folder, 'fake'), { recursive: true })
  writeFileSync(path.join(folder, 'current'), 'fake')
  writeFileSync(path.join(folder, 'fake', 'runtime.json'), JSON.stringify({ flavour: 'cpu', version: '0' }))
  return folder
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export function kill(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}
