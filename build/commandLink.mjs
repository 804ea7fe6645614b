import { existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inCheckout } from './checkout.mjs'

const LAUNCHER = ['main', 'cli', 'lacuna.mjs']

/**
 * Makes `npx lacuna` work in the checkout: npm links the commands of dependencies, not those of the checkout
 * itself.
 */
export function ensureCommandLink(platform = process.platform) {
  const folder = inCheckout('node_modules', '.bin')
  const target = path.relative(folder, inCheckout(...LAUNCHER))
  mkdirSync(folder, { recursive: true })
  if (platform === 'win32') {
    const shim = path.join(folder, 'lacuna.cmd')
    if (!existsSync(shim)) writeFileSync(shim, `@node "%~dp0\\${target}" %*\r\n`)
  } else if (!isThere(path.join(folder, 'lacuna'))) {
    symlinkSync(target, path.join(folder, 'lacuna'))
  }
}

function isThere(link) {
  return lstatSync(link, { throwIfNoEntry: false }) !== undefined
}
