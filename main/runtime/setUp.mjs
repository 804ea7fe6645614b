// What the engine and its workers use of the set-up, with types beside it (setUp.d.mts).
import { existsSync } from 'node:fs'
import { shippedFolder } from '../compute/runtimeFolder.mjs'
import { bytesOf, folderOf, removeRuntime } from './layout.mjs'
import { explainWriting } from './diskSpace.mjs'
import { changeRuntime } from './install.mjs'
import { withLock } from './lock.mjs'
import { takenBinding } from './takenBinding.mjs'

export { tryLoading } from './binding.mjs'
export { stopCommands } from './commands.mjs'
export { SetupError } from './setupError.mjs'
export { listRuntimes } from './status.mjs'

/** Makes a flavour the runtime in use, as `changeRuntime` does, on the Node that runs this and without a compiler. */
export function installRuntime(flavour, folder, hands) {
  const shipped = shippedFolder
  return changeRuntime(flavour, folder, { node: process.execPath, binding: takenBinding([folder, shipped]), shipped, ...hands })
}

/** Deletes one flavour. @returns the bytes that became free */
export function deleteRuntime(flavour, folder, hands) {
  if (!existsSync(folder)) return 0
  return explainWriting(folder, () =>
    withLock(folder, async () => {
      const bytes = bytesOf(folderOf(folder, flavour))
      removeRuntime(folder, flavour)
      return bytes
    }, hands),
  )
}
