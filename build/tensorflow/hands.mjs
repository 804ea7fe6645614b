import { shippedFolder } from '../../main/compute/runtimeFolder.mjs'
import { megabytes } from '../../main/runtime/megabytes.mjs'
import { requireNode24 } from '../node24.mjs'
import { say, showProgress } from '../progress.mjs'
import { compiledBinding } from './compiledBinding.mjs'

/**
 * Runs `work` with what a set-up of TensorFlow works with in a checkout (main/runtime/install.mjs): it compiles the binding,
 * and tells where it stands on a terminal.
 */
export async function withHands(work) {
  let state
  const done = showProgress(() => state)
  try {
    return await work({
      say: (line) => {
        state = undefined
        say(line)
      },
      at: (progress) => {
        state = words(progress)
      },
      node: requireNode24(), binding: compiledBinding(), shipped: shippedFolder,
    })
  } finally {
    done()
  }
}

function words({ phase, bytes, total }) {
  if (bytes === 0) return undefined
  if (phase === 'unpacking') return `${megabytes(bytes)} unpacked`
  return total ? `${megabytes(bytes)} of ${megabytes(total)}` : undefined
}
