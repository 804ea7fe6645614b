import { runtimeInUse } from '../compute/runtimeFolder.mjs'
import { megabytes } from '../../build/progress.mjs'
import { tryLoading } from './binding.mjs'
import { bytesOf } from './layout.mjs'

const SET_UP = 'run "npm run runtime -- cpu", or "npm run runtime -- cuda" for an NVIDIA card'

/**
 * Describes the runtime in use.
 * @returns {Promise<{flavour: string|null, version: string|null, path: string, bytes: number, loads: boolean,
 *   why: string|null}>} `why` it does not load
 */
export async function describeRuntime(folder) {
  const runtime = runtimeInUse(folder)
  if (!runtime) {
    const why = `No TensorFlow runtime is set up: ${SET_UP}.`
    return { flavour: null, version: null, path: folder, bytes: 0, loads: false, why }
  }
  const { flavour, version, path } = runtime
  const { loads, why } = await tryLoading(path)
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
