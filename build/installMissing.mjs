import { runtimeFolder } from '../main/compute/runtimeFolder.mjs'
import { ensureCommandLink } from './commandLink.mjs'
import { requireNode24 } from './node24.mjs'
import { ensureNpmPackages } from './npmPackages.mjs'
import { ensureRuntime } from '../main/runtime/install.mjs'
import { withHands } from './tensorflow/hands.mjs'

/**
 * Installs what Lacuna needs and does not find: npm packages, Node 24, the TensorFlow runtime, the command.
 * Quick where nothing is missing.
 * @returns {Promise<string>} Node 24's executable
 */
export async function installMissing() {
  await ensureNpmPackages()
  const node = requireNode24()
  ensureCommandLink()
  await withHands((hands) => ensureRuntime(runtimeFolder(), hands))
  return node
}
