import { mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'

const largestBytes = 5_000_000

/** The engine's log, `logs/engine.log` in the workspace; a large one is kept as `engine.old.log`. */
export const engineLogFile = (workspace: string): string => path.join(workspace, 'logs', 'engine.log')

/** A logger to that file. It writes at once: the last lines before a crash are the ones that are needed. */
export function openLog(workspace: string) {
  const file = engineLogFile(workspace)
  mkdirSync(path.dirname(file), { recursive: true })
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (bytes > largestBytes) renameSync(file, path.join(path.dirname(file), 'engine.old.log'))
  const destination = pino.destination({ dest: file, sync: true })
  // A disk too full for its log must not end the engine; there is nowhere left to tell it.
  destination.on('error', () => undefined)
  return pino({ redact: ['token', '*.token'] }, destination)
}
