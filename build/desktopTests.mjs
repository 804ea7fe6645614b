import path from 'node:path'
import { runTests } from './checks.mjs'
import { runCommand } from '../main/runtime/commands.mjs'
import { ensureElectronHost } from './electronHost.mjs'
import { ensureElectronRuntime } from './electronRuntime.mjs'
import { ensureRenderer } from './renderer.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'
import { startScreen } from './virtualScreen.mjs'

const LIBRARIES = 'On Debian: apt-get install xvfb libnss3 libgtk-3-0 libgbm1 libasound2'

/**
 * Drives the desktop application on a screen that nobody sees.
 * @throws SetupError where this machine lacks what that needs
 */
export async function desktopTests(node, filters = []) {
  const electron = await findRuntime()
  await ensureRenderer(node)
  await ensureElectronHost(node)
  return onScreen(node, filters, 'vitest.desktop.config.mjs', { LACUNA_ELECTRON: electron, LACUNA_NODE: node })
}

/** Installs, drives and removes an installer. */
export async function packageTests(node, deb) {
  await findRuntime()
  return onScreen(node, [], 'vitest.package.config.mjs', { LACUNA_DEB: deb })
}

async function onScreen(node, filters, config, more) {
  const screen = await startScreen()
  try {
    return await runTests(node, filters, { config, more: { ...more, DISPLAY: screen.display } })
  } finally {
    screen.close()
  }
}

/** The same, or a line that says why not. */
export async function desktopTestsWherePossible(node) {
  try {
    return await desktopTests(node)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.log(`Desktop tests: skipped. ${error.message}`)
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

/** Electron's executable, all of whose libraries are there. */
async function findRuntime() {
  if (process.platform !== 'linux') throw new SetupError('They need a virtual screen (Xvfb), which is for Linux.')
  await requireProgram('Xvfb')
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || (await ensureElectronRuntime())
  const electron = path.join(folder, 'electron')
  const { output } = await runCommand('ldd', [electron])
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
  if (missing.length > 0) throw new SetupError(`Electron needs libraries that are not there: ${missing.join(', ')}. ${LIBRARIES}`)
  return electron
}

async function requireProgram(name) {
  const { missing } = await runCommand(name, ['-help'])
  if (missing) throw new SetupError(`The program ${name} is not there. ${LIBRARIES}`)
}
