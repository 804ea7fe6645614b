import { existsSync } from 'node:fs'
import { runtimeInUse } from '../compute/runtimeFolder.mjs'
import { tryLoading } from './binding.mjs'
import { bytesOf, folderOf, isComplete } from './layout.mjs'
import { megabytes } from './megabytes.mjs'
import { FLAVOURS, TENSORFLOW_VERSION } from './wheels.mjs'

const SET_UP = 'run "npm run runtime -- cpu", or "npm run runtime -- cuda" for an NVIDIA card'

/**
 * Describes the runtime in use.
 * @returns {Promise<{flavour: string|null, version: string|null, path: string, bytes: number, loads: boolean,
 *   why: string|null}>} `why` it does not load
 */
export async function describeRuntime(folder, node) {
  const runtime = runtimeInUse(folder)
  if (!runtime) {
    const why = `No TensorFlow runtime is set up: ${SET_UP}.`
    return { flavour: null, version: null, path: folder, bytes: 0, loads: false, why }
  }
  const { flavour, version, path } = runtime
  const { loads, why } = await tryLoading(path, node)
  return { flavour, version, path, bytes: bytesOf(path), loads, why: why ?? null }
}

/** The same in lines to read. */
export function statusLines({ flavour, version, path, bytes, loads, why }) {
  if (!flavour) return [why, `Its place would be ${path}`]
  return [
    `TensorFlow ${version} (${flavour}), ${megabytes(bytes)}`,
    `in ${path}`,
    loads ? 'It loads.' : `It does not load: ${why}`,
  ]
}

/**
 * Every flavour of the wanted version: where it lies or would lie, what it takes, and whether it is the one in use. One
 * that came with Lacuna (`shipped`) cannot be removed.
 */
export function listRuntimes(folder, shipped) {
  const inUse = runtimeInUse(folder, shipped)?.path
  return FLAVOURS.map((flavour) => {
    const [own, came] = [folderOf(folder, flavour), shipped && folderOf(shipped, flavour)]
    const isShipped = !isComplete(own) && came !== undefined && isComplete(came)
    const place = isShipped ? came : own
    return {
      flavour, version: TENSORFLOW_VERSION, path: place, bytes: existsSync(place) ? bytesOf(place) : 0,
      isThere: isComplete(place), isInUse: place === inUse, isShipped,
    }
  })
}
