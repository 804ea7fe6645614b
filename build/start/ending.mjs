import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './engineWatch.mjs'

const LOOK_MS = 50
/** A press of Ctrl+C may arrive twice: from the terminal, and handed on by the process before this one. */
const ONE_PRESS_MS = 500

/** Aborted by Ctrl+C or another wish of the system to end; a second one does not wait for anything. */
export function listenForEnd() {
  const controller = new AbortController()
  let first = 0
  const hear = () => {
    if (!controller.signal.aborted) {
      first = performance.now()
      controller.abort()
    } else if (performance.now() - first > ONE_PRESS_MS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) process.on(signal, hear)
  return controller.signal
}

/** Has the engine pause what runs, and waits for its end. */
export async function pauseAndEnd(connection, say) {
  const { pid, running } = await connection.api.engine.status()
  if (running > 0) say('Pausing what is being computed: it goes on with the next "npm start" ...')
  await connection.api.engine.stop()
  while (isAlive(pid)) await wait(LOOK_MS)
  await connection.close()
  return 0
}
