import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inCheckout } from '../checkout.mjs'

/**
 * Electron's executable where it is installed and could open a window. The package `electron` comes without it and would
 * fetch it when it is asked, so it is not asked: `node node_modules/electron/install.js` fetches it.
 */
export function findElectron(platform = process.platform, env = process.env, folder = inCheckout('node_modules', 'electron')) {
  if (!hasScreen(platform, env) || isRoot(platform)) return undefined
  const place = placeOf(env, folder)
  const program = place && path.join(place, programOf(platform, folder))
  return program && existsSync(program) ? program : undefined
}

function placeOf(env, folder) {
  return env.ELECTRON_OVERRIDE_DIST_PATH || path.join(folder, 'dist')
}

/** Its installation writes down what the executable is called. */
function programOf(platform, folder) {
  const file = path.join(folder, 'path.txt')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const names = { win32: 'electron.exe', darwin: path.join('Electron.app', 'Contents', 'MacOS', 'Electron') }
  return names[platform] ?? 'electron'
}

/** Chromium's sandbox does not work for root, and without it no page is shown. */
function isRoot(platform) {
  return platform === 'linux' && process.getuid() === 0
}

export function hasScreen(platform, env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
