import path from 'node:path'
import { ensureBuilt } from './built.mjs'
import { checkout, inCheckout } from './checkout.mjs'

/** The script that Electron is started with. */
export const electronHost = inCheckout('dist', 'electron', 'main.mjs')

/** Bundles the desktop host into dist/electron, unless it was built from the sources as they are. */
export function ensureElectronHost(node) {
  const sources = ['electron', 'package-lock.json', ...['client', 'contract', 'compute'].map((folder) => path.join('main', folder))]
  const rolldown = inCheckout('node_modules', 'rolldown', 'bin', 'cli.mjs')
  const args = [rolldown, '--config', inCheckout('electron', 'rolldown.config.mjs')]
  return ensureBuilt(node, checkout, { name: 'electron', what: 'the desktop host', sources, args })
}
