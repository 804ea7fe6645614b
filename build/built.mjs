import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runCommand } from '../main/runtime/commands.mjs'
import { withLock } from '../main/runtime/lock.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

const ERROR_LINES = 12

/**
 * Builds dist/NAME, unless it was built from the sources as they are.
 * @param root the folder that holds the sources and dist/
 * @param {{name: string, what: string, sources: string[], args: string[]}} product `what` as people call it; `args` have
 *   Node make it in dist/NAME.next
 */
export async function ensureBuilt(node, root, product) {
  if (isBuilt(root, product)) return
  await withLock(path.join(root, 'out', product.name), async () => {
    if (!isBuilt(root, product)) await build(node, root, product)
  })
}

const placeOf = (root, { name }) => path.join(root, 'dist', name)
const recordOf = (root, { name }) => path.join(root, 'dist', `${name}.built`)

function isBuilt(root, product) {
  const record = recordOf(root, product)
  return existsSync(record) && existsSync(placeOf(root, product)) && readFileSync(record, 'utf8') === fingerprint(root, product)
}

/** Beside the old files and then in their place: an engine may be serving them. */
async function build(node, root, product) {
  say(`Building ${product.what} ...`)
  const before = fingerprint(root, product)
  const { code, output } = await runCommand(node, product.args, { cwd: root })
  if (code !== 0) throw new SetupError(`Building ${product.what} failed:\n${firstLines(output)}`)
  const place = placeOf(root, product)
  rmSync(recordOf(root, product), { force: true })
  rmSync(place, { recursive: true, force: true })
  renameSync(`${place}.next`, place)
  writeFileSync(recordOf(root, product), before)
}

/** What is wrong comes first, and then where in the tool it was noticed. */
function firstLines(output) {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines.filter((line) => line.trim() && !line.startsWith('    at ')).slice(0, ERROR_LINES).join('\n')
}

/** Changes whenever a source does: their names, lengths and times. */
function fingerprint(root, { sources }) {
  const hash = createHash('sha256')
  for (const source of sources) {
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
