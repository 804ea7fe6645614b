// What lies in the runtime folder:
//   current                       the name of the folder in use
//   tensorflow-VERSION-FLAVOUR/   tensorflow/, nvidia/ (CUDA), binding/, runtime.json
//   binding-VERSION.node          kept when the last runtime is removed, so that the next one needs no compiler
//   downloads/, *.partial, lock   while a set-up is at work, and downloads/ after one that failed
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runtimeInUse } from '../compute/runtimeFolder.mjs'
import { bindingIn } from './binding.mjs'
import { FLAVOURS, TENSORFLOW_VERSION } from './wheels.mjs'

const PARTIAL = /^(tensorflow-.+|current)\.partial$/
const OURS = /^(tensorflow-.+|current|current\.partial|binding-.+\.node|downloads)$/

/** Where a flavour of the wanted version lies. */
export function folderOf(folder, flavour) {
  return path.join(folder, `tensorflow-${TENSORFLOW_VERSION}-${flavour}`)
}

/** Whether a runtime's folder holds what the last step of its set-up wrote. */
export function isComplete(own) {
  return existsSync(path.join(own, 'runtime.json')) && existsSync(bindingIn(own))
}

/** The flavour in use, and whether it is of the version that Lacuna wants and there. */
export function flavourInUse(folder) {
  const runtime = runtimeInUse(folder)
  return {
    flavour: runtime?.flavour,
    wanted: runtime !== undefined && runtime.version === TENSORFLOW_VERSION && isComplete(runtime.path),
  }
}

/** Renaming makes the change whole: a reader sees the runtime before or the one after. */
export function use(folder, flavour) {
  const next = path.join(folder, 'current.partial')
  writeFileSync(next, `${path.basename(folderOf(folder, flavour))}\n`)
  renameSync(next, path.join(folder, 'current'))
}

/**
 * Has the runtime that came with Lacuna be the one in use, where it is of that flavour and version: no other is named then.
 * @returns whether it is
 */
export function useShipped(folder, flavour, shipped) {
  if (shipped === undefined || !isComplete(folderOf(shipped, flavour))) return false
  rmSync(path.join(folder, 'current'), { force: true })
  return true
}

/** Where the binding of a removed runtime is kept. */
export function keptBinding(folder) {
  return path.join(folder, `binding-${TENSORFLOW_VERSION}.node`)
}

/** Deletes one flavour of the wanted version; where it was in use, the other one is now, or the one that came with Lacuna. */
export function removeRuntime(folder, flavour) {
  const own = folderOf(folder, flavour)
  const other = FLAVOURS.find((one) => one !== flavour && isComplete(folderOf(folder, one)))
  if (!other && existsSync(bindingIn(own))) copyFileSync(bindingIn(own), keptBinding(folder))
  if (runtimeInUse(folder)?.path === own) {
    if (other) use(folder, other)
    else rmSync(path.join(folder, 'current'), { force: true })
  }
  rmSync(own, { recursive: true, force: true })
}

/** Deletes what a set-up that was killed left behind; its complete downloads stay. */
export function removePartials(folder) {
  removeNamed(folder, PARTIAL)
}

/** Deletes all runtimes and downloads, and nothing that Lacuna has not put there. */
export function removeRuntimes(folder) {
  removeNamed(folder, OURS)
}

function removeNamed(folder, pattern) {
  for (const name of readdirSync(folder).filter((entry) => pattern.test(entry))) {
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

/** The size of a file, or of all files under a folder, in bytes; what goes away meanwhile counts nothing. */
export function bytesOf(place) {
  try {
    const found = statSync(place)
    if (!found.isDirectory()) return found.size
    return readdirSync(place).reduce((sum, name) => sum + bytesOf(path.join(place, name)), 0)
  } catch (error) {
    if (error.code === 'ENOENT') return 0
    throw error
  }
}
