import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isHeader, isLibrary, isLicence, tryLoading } from './binding.mjs'
import { explainWriting, requireSpace } from './diskSpace.mjs'
import { bytesKept, getWheels } from './downloads.mjs'
import { flavourInUse, folderOf, isComplete, removePartials, use, useShipped } from './layout.mjs'
import { withLock } from './lock.mjs'
import { SetupError } from './setupError.mjs'
import { unpackWheel } from './wheelFile.mjs'
import { TENSORFLOW_VERSION, wheelFor } from './wheels.mjs'

/**
 * Makes `flavour` the runtime in use: gets it where it is not there yet, or does not load.
 * Whatever fails, the runtime that was in use before stays so, and complete downloads are kept for the next
 * try.
 * @param hands what the set-up works with: `say` takes a sentence, `at` takes where it stands, `node` is the executable of
 *   Node 24, `binding` makes the binding, `wheels` is a folder with wheel files in the place of pip, `stop` gives it up,
 *   `shipped` is where the runtime lies that came with Lacuna
 * @throws SetupError whose message says what to do
 */
export async function changeRuntime(flavour, folder, hands) {
  const wheel = wheelFor(flavour)
  await explainWriting(folder, () =>
    withLock(folder, async () => {
      const own = folderOf(folder, flavour)
      const isThere = isComplete(own) && (await tryLoading(own, hands.node, hands.stop)).loads
      if (!isThere && useShipped(folder, flavour, hands.shipped)) return
      if (!isThere) await install(flavour, wheel, folder, hands)
      use(folder, flavour)
    }, hands),
  )
}

/**
 * For every start of the set-up: quick where a runtime of the wanted version is in use, of whatever flavour.
 */
export async function ensureRuntime(folder, hands) {
  const { flavour, wanted } = flavourInUse(folder)
  if (!wanted) await changeRuntime(flavour ?? 'cpu', folder, hands)
}

async function install(flavour, wheel, folder, hands) {
  hands.say(`Setting up TensorFlow ${TENSORFLOW_VERSION} (${flavour}) in ${folder}`)
  // Before the long download, not after it.
  await hands.binding.prepare()
  const downloads = path.join(folder, 'downloads')
  mkdirSync(downloads, { recursive: true })
  removePartials(folder)
  requireSpace(folder, wheel.space - bytesKept(downloads))
  const wheels = await getWheels(wheel, downloads, hands)
  const partial = `${folderOf(folder, flavour)}.partial`
  try {
    await layOut(wheels, partial, hands)
    await finish(flavour, wheels, partial, hands)
    rmSync(folderOf(folder, flavour), { recursive: true, force: true })
    renameSync(partial, folderOf(folder, flavour))
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  rmSync(downloads, { recursive: true, force: true })
  hands.say(`TensorFlow ${TENSORFLOW_VERSION} (${flavour}) is ready.`)
}

/** The libraries as the wheels lay them out, side by side: they find each other by their relative places. */
async function layOut(wheels, partial, { say, at, stop, binding, wheels: chosen }) {
  let bytes = 0
  const isWanted = (name) => isLibrary(name) || isLicence(name) || isNvidia(name) || (binding.needsHeaders && isHeader(name))
  say('Unpacking ...')
  for (const [index, wheel] of wheels.entries()) {
    const state = { phase: 'unpacking', name: path.basename(wheel), number: index + 1, of: wheels.length, total: null }
    await unpackWheel(wheel, isWanted, partial, {
      ours: !chosen, stop,
      onBytes: (more) => {
        bytes += more
        at({ ...state, bytes })
      },
    })
  }
}

/** NVIDIA's libraries and tools (ptxas, libdevice), less the headers. */
function isNvidia(name) {
  return name.startsWith('nvidia/') && !name.includes('/include/') && !name.endsWith('.py')
}

async function finish(flavour, wheels, partial, { say, at, node, stop, binding }) {
  at({ phase: 'checking', name: null, number: null, of: null, bytes: 0, total: null })
  await binding.make(partial, say)
  const { loads, why } = await tryLoading(partial, node, stop)
  if (!loads) throw new SetupError(`TensorFlow ${TENSORFLOW_VERSION} (${flavour}) does not load here: ${why}`)
  rmSync(path.join(partial, 'tensorflow', 'include'), { recursive: true, force: true })
  const description = {
    flavour,
    version: TENSORFLOW_VERSION,
    wheels: wheels.map((wheel) => path.basename(wheel)),
  }
  writeFileSync(path.join(partial, 'runtime.json'), `${JSON.stringify(description, null, 2)}\n`)
}
