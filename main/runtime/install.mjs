import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { megabytes, say, showProgress } from '../../build/progress.mjs'
import { SetupError } from './setupError.mjs'
import { compileBinding, findCompiler, isHeader, isLibrary, isLicence, tryLoading } from './binding.mjs'
import { explainWriting, requireSpace } from './diskSpace.mjs'
import { bytesKept, getWheels } from './downloads.mjs'
import { flavourInUse, folderOf, isComplete, removePartials, use } from './layout.mjs'
import { unpackWheel } from './wheelFile.mjs'
import { TENSORFLOW_VERSION, wheelFor } from './wheels.mjs'

/**
 * Makes `flavour` the runtime in use: gets and compiles it where it is not there yet, or does not load.
 * Whatever fails, the runtime that was in use before stays so, and complete downloads are kept for the next
 * try.
 * @throws SetupError whose message says what to do
 */
export async function changeRuntime(flavour, folder) {
  const wheel = wheelFor(flavour)
  await explainWriting(folder, () =>
    withLock(folder, async () => {
      const own = folderOf(folder, flavour)
      if (!isComplete(own) || !(await tryLoading(own)).loads) await install(flavour, wheel, folder)
      use(folder, flavour)
    }),
  )
}

/**
 * For every start of the set-up: quick where a runtime of the wanted version is in use, of whatever flavour.
 */
export async function ensureRuntime(folder) {
  const { flavour, wanted } = flavourInUse(folder)
  if (!wanted) await changeRuntime(flavour ?? 'cpu', folder)
}

async function install(flavour, wheel, folder) {
  say(`Setting up TensorFlow ${TENSORFLOW_VERSION} (${flavour}) in ${folder}`)
  // Before the long download, not after it.
  const compiler = await findCompiler()
  const downloads = path.join(folder, 'downloads')
  mkdirSync(downloads, { recursive: true })
  removePartials(folder)
  requireSpace(folder, wheel.space - bytesKept(downloads))
  const wheels = await getWheels(wheel, downloads)
  const partial = `${folderOf(folder, flavour)}.partial`
  try {
    await layOut(wheels, partial)
    await finish(flavour, wheels, partial, compiler)
    rmSync(folderOf(folder, flavour), { recursive: true, force: true })
    renameSync(partial, folderOf(folder, flavour))
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  rmSync(downloads, { recursive: true, force: true })
  say(`TensorFlow ${TENSORFLOW_VERSION} (${flavour}) is ready.`)
}

/** The libraries as the wheels lay them out, side by side: they find each other by their relative places. */
async function layOut(wheels, partial) {
  let bytes = 0
  const done = showProgress(() => `${megabytes(bytes)} unpacked`)
  const isWanted = (name) => isLibrary(name) || isLicence(name) || isHeader(name) || isNvidia(name)
  say('Unpacking ...')
  try {
    for (const wheel of wheels)
      await unpackWheel(wheel, isWanted, partial, (more) => {
        bytes += more
      })
  } finally {
    done()
  }
}

/** NVIDIA's libraries and tools (ptxas, libdevice), less the headers. */
function isNvidia(name) {
  return name.startsWith('nvidia/') && !name.includes('/include/') && !name.endsWith('.py')
}

async function finish(flavour, wheels, partial, compiler) {
  await compileBinding(partial, compiler)
  const { loads, why } = await tryLoading(partial)
  if (!loads) throw new SetupError(`TensorFlow ${TENSORFLOW_VERSION} (${flavour}) does not load here: ${why}`)
  rmSync(path.join(partial, 'tensorflow', 'include'), { recursive: true })
  const description = {
    flavour,
    version: TENSORFLOW_VERSION,
    wheels: wheels.map((wheel) => path.basename(wheel)),
  }
  writeFileSync(path.join(partial, 'runtime.json'), `${JSON.stringify(description, null, 2)}\n`)
}
