// Where Lacuna keeps its data and the TensorFlow runtime. Plain JavaScript without dependencies, because the
// set-up (build/) reads it on any Node >= 20 and the workers read it on Node 24.
import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds workspaces and the runtime: $LACUNA_HOME, else the system's place for data. */
export function dataHome(env = process.env, platform = process.platform, home = homeFolder()) {
  if (env.LACUNA_HOME) return path.resolve(env.LACUNA_HOME)
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Lacuna')
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Lacuna')
  // A relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification).
  const xdg = path.isAbsolute(env.XDG_DATA_HOME ?? '')
    ? env.XDG_DATA_HOME
    : path.join(home, '.local', 'share')
  return path.join(xdg, 'lacuna')
}

/** The folder of the TensorFlow runtimes: $LACUNA_RUNTIME, else `runtime` in the data home. */
export function runtimeFolder(env = process.env, platform = process.platform, home = homeFolder()) {
  if (env.LACUNA_RUNTIME) return path.resolve(env.LACUNA_RUNTIME)
  return path.join(dataHome(env, platform, home), 'runtime')
}

/** The runtime that an installed Lacuna brings along, beside its main/; a checkout has none. */
export const shippedFolder = fileURLToPath(new URL('../../runtime', import.meta.url))

/**
 * The runtime in use, as `runtime.json` in its own folder describes it: the one set up in `folder`, else the one that came
 * with Lacuna; undefined where there is none.
 */
export function runtimeInUse(folder = runtimeFolder(), shipped = shippedFolder) {
  return runtimeIn(folder) ?? runtimeIn(shipped)
}

/**
 * The runtime that a worker computes with: the one that was in use when its job began ($LACUNA_RUNTIME_PINNED), so that a
 * change meanwhile does not mix two in one training; else the one in use.
 */
export function runtimeOfProcess(env = process.env) {
  return env.LACUNA_RUNTIME_PINNED ? runtimeAt(env.LACUNA_RUNTIME_PINNED) : runtimeInUse()
}

function runtimeIn(folder) {
  const name = readIfThere(path.join(folder, 'current'))?.trim()
  return name ? runtimeAt(path.join(folder, name)) : undefined
}

function runtimeAt(own) {
  const description = readIfThere(path.join(own, 'runtime.json'))
  if (description === undefined) return undefined
  return { ...parse(description, own), path: own, binding: path.join(own, 'binding', 'tfjs_binding.node') }
}

function parse(description, own) {
  try {
    return JSON.parse(description)
  } catch (error) {
    const remedy = 'run "npm run runtime -- remove", then "npm run setup", in Lacuna\'s folder'
    throw new Error(`${path.join(own, 'runtime.json')} is damaged: ${remedy}.`, { cause: error })
  }
}

/** $HOME may be set and empty; then the user database knows. */
function homeFolder() {
  return homedir() || userInfo().homedir
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  }
}
