import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { bindingIn } from './binding.mjs'
import { keptBinding } from './layout.mjs'
import { SetupError } from './setupError.mjs'
import { TENSORFLOW_VERSION } from './wheels.mjs'

/**
 * The binding as an installed Lacuna gets it: a copy of the one that is there, since the same binding runs on the libraries
 * of all flavours of a version. It was compiled when Lacuna was packaged or set up.
 * @param folders where runtimes lie
 */
export function takenBinding(folders) {
  let found
  return {
    needsHeaders: false,
    prepare: async () => {
      found = folders.flatMap(bindingsIn).find((file) => existsSync(file))
      if (found) return
      throw new SetupError(
        `The binding between Node and TensorFlow ${TENSORFLOW_VERSION} is not there: install Lacuna anew, ` +
          'or run "npm run setup" in its folder.',
      )
    },
    make: async (runtime) => {
      mkdirSync(path.dirname(bindingIn(runtime)), { recursive: true })
      copyFileSync(found, bindingIn(runtime))
    },
  }
}

/** Of runtimes of the wanted version, and the one that was kept of a removed one. */
function bindingsIn(folder) {
  if (!existsSync(folder)) return []
  const own = readdirSync(folder).filter((name) => name.startsWith(`tensorflow-${TENSORFLOW_VERSION}-`) && !name.endsWith('.partial'))
  return [...own.map((name) => bindingIn(path.join(folder, name))), keptBinding(folder)]
}
