import { cpSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureElectronRuntime } from '../electronRuntime.mjs'

/**
 * The Electron of the tests without its starter, in whose place the application comes. A copy, because fuses are turned in
 * the program itself.
 */
export async function offlineElectron(folder) {
  const source = process.env.ELECTRON_OVERRIDE_DIST_PATH || (await ensureElectronRuntime())
  const place = path.join(folder, 'electron')
  rmSync(place, { recursive: true, force: true })
  cpSync(source, place, { recursive: true })
  for (const starter of ['app', 'default_app.asar']) rmSync(path.join(place, 'resources', starter), { recursive: true, force: true })
  return { folder: place, version: readFileSync(path.join(place, 'version'), 'utf8').trim() }
}
