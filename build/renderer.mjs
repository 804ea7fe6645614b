import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { checkout, inCheckout } from './checkout.mjs'
import { runCommand } from './commands.mjs'
import { withLock } from './lock.mjs'
import { say } from './progress.mjs'
import { SetupError } from './setupError.mjs'

/** What the window's files are made of. */
const SOURCES = ['renderer', path.join('main', 'contract'), 'package-lock.json']
const ERROR_LINES = 12

/**
 * Builds the window's files into dist/renderer, unless they were built from the sources as they are.
 * @param root the folder that holds renderer/ and dist/
 */
export async function ensureRenderer(node, root = checkout) {
  if (isBuilt(root)) return
  await withLock(path.join(root, 'out', 'renderer'), async () => {
    if (!isBuilt(root)) await build(node, root)
  })
}

const builtIn = (root) => path.join(root, 'dist', 'renderer')
const recordIn = (root) => path.join(root, 'dist', 'renderer.built')

function isBuilt(root) {
  const built = existsSync(recordIn(root)) && existsSync(path.join(builtIn(root), 'index.html'))
  return built && readFileSync(recordIn(root), 'utf8') === fingerprint(root)
}

/** Beside the old files and then in their place: an engine may be serving them. */
async function build(node, root) {
  say('Building the window ...')
  const next = path.join(root, 'dist', 'renderer.next')
  const before = fingerprint(root)
  const vite = [inCheckout('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config']
  const args = [...vite, path.join(root, 'renderer', 'vite.config.mjs'), '--outDir', next, '--emptyOutDir', '--logLevel', 'warn']
  const { code, output } = await runCommand(node, args, { cwd: root })
  if (code !== 0) throw new SetupError(`The window could not be built. vite said:\n${firstLines(output)}`)
  rmSync(recordIn(root), { force: true })
  rmSync(builtIn(root), { recursive: true, force: true })
  renameSync(next, builtIn(root))
  writeFileSync(recordIn(root), before)
}

/** What is wrong comes first, and then where in vite it was noticed. */
function firstLines(output) {
  const lines = stripVTControlCharacters(output).split('\n').filter((line) => line.trim() && !line.startsWith('    at '))
  return lines.slice(0, ERROR_LINES).join('\n')
}

/** Changes whenever a source does: their names, lengths and times. */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(path.join(root, source)).toSorted()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${path.relative(root, file)}\n${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesOf(place) {
  if (!statSync(place).isDirectory()) return [place]
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name, parentPath }) => path.join(parentPath, name))
}
