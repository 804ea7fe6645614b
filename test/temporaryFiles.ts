import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Gives a test run a temporary folder of its own, which is removed behind it, whatever its tests leave. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
}
