import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runtimeFolder } from '../compute/runtimeFolder.mjs'
import { type Session, withEngine } from './session.ts'

/** A stopped engine ends within a second; on a busy machine it may take longer. */
const [pause, attempts] = [50, 200]

/** An engine in a workspace of its own for as long as `work` takes; nothing of it stays. */
export async function withPassingEngine<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'lacuna-verify-'))
  // The runtime is that of the usual workspace, wherever this one lies.
  process.env.LACUNA_RUNTIME = runtimeFolder()
  try {
    return await withEngine(async (session) => {
      const { pid } = await session.api.engine.status()
      try {
        return await work(session)
      } finally {
        await session.api.engine.stop()
        await ended(pid)
      }
    }, workspace)
  } finally {
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function ended(pid: number): Promise<void> {
  for (let i = 0; i < attempts && isThere(pid); i++) await setTimeout(pause)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
