// npm run runtime -- cpu|cuda|status|remove: gets, changes, describes and removes the TensorFlow runtime.
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { runtimeFolder } from '../main/compute/runtimeFolder.mjs'
import { withLock } from '../main/runtime/lock.mjs'
import { ensureNpmPackages } from './npmPackages.mjs'
import { runProgram } from './program.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'
import { explainWriting } from '../main/runtime/diskSpace.mjs'
import { changeRuntime } from '../main/runtime/install.mjs'
import { removeRuntimes } from '../main/runtime/layout.mjs'
import { describeRuntime, statusLines } from '../main/runtime/status.mjs'
import { FLAVOURS } from '../main/runtime/wheels.mjs'
import { requireNode24 } from './node24.mjs'
import { withHands } from './tensorflow/hands.mjs'

const USAGE = `Usage: npm run runtime -- ${FLAVOURS.join('|')}|status|remove [--json]`

await runProgram(async (args) => {
  const folder = runtimeFolder()
  const [command, ...more] = args.filter((arg) => arg !== '--json')
  const json = args.includes('--json')
  if (more.length > 0 || ![...FLAVOURS, 'status', 'remove'].includes(command)) throw new SetupError(USAGE)
  if (command === 'remove') return remove(folder)
  await ensureNpmPackages()
  if (command !== 'status') await withHands((hands) => changeRuntime(command, folder, hands))
  return showStatus(folder, json)
})

async function showStatus(folder, json) {
  const status = await describeRuntime(folder, requireNode24())
  console.log(json ? JSON.stringify(status) : statusLines(status).join('\n'))
  return status.loads ? 0 : 1
}

async function remove(folder) {
  if (!existsSync(folder)) return say(`There is no TensorFlow runtime in ${folder}.`)
  await explainWriting(folder, () => withLock(folder, () => removeRuntimes(folder)))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
  say(`The TensorFlow runtime is removed from ${folder}.`)
}
