import path from 'node:path'
import { ensureBuilt } from './built.mjs'
import { checkout, inCheckout } from './checkout.mjs'

const VITE = inCheckout('node_modules', 'vite', 'bin', 'vite.js')

/**
 * Builds the window's files into dist/renderer, unless they were built from the sources as they are.
 * @param root the folder that holds renderer/ and dist/
 */
export function ensureRenderer(node, root = checkout) {
  const config = path.join(root, 'renderer', 'vite.config.mjs')
  const next = path.join(root, 'dist', 'renderer.next')
  return ensureBuilt(node, root, {
    name: 'renderer', what: 'the window', sources: ['renderer', path.join('main', 'contract'), 'package-lock.json'],
    args: [VITE, 'build', '--config', config, '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'],
  })
}
