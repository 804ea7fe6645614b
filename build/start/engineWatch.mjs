import { setTimeout as wait } from 'node:timers/promises'
import { readAddress } from '../../main/client/engineAddress.ts'

const LOOK_MS = 50

/**
 * Waits until the engine ends on purpose, or `ending` is aborted. One that was killed is replaced by another one behind the
 * same door, so that windows that are open find it.
 */
export async function untilEnded({ connection, workspace, address, ending, say }) {
  const { port, token } = address
  while (!ending.aborted) {
    const { pid } = await connection.api.engine.status()
    await followEvents(connection.api, ending)
    if (ending.aborted) return
    if (await endedOnPurpose(workspace, pid)) return say('The engine was asked to end.')
    await connection.api.engine.browser({ again: { port, token } })
    say('The engine was ended from outside: another one took its place.')
  }
}

/** The stream of events ends with the engine. */
async function followEvents(api, signal) {
  try {
    for await (const event of await api.jobs.events({}, { signal })) if (event && signal.aborted) return
  } catch {
    // Aborted, or the engine is gone: what became of it is looked up.
  }
}

/** An engine that ends by itself takes its address away; one that is killed leaves it. */
async function endedOnPurpose(workspace, pid) {
  for (;;) {
    const left = await readAddress(workspace)
    if (left?.pid !== pid) return left === null
    if (!isAlive(pid)) return (await readAddress(workspace)) === null
    await wait(LOOK_MS)
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
