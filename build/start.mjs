// npm start: sets up what is missing, builds the window where its sources changed, and opens it.
// npm start -- --no-open only prints the address.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { checkout, inCheckout } from './checkout.mjs'
import { installMissing } from './installMissing.mjs'
import { handSignalsTo, runProgram } from './program.mjs'
import { ensureRenderer } from './renderer.mjs'
import { SetupError } from './setupError.mjs'

const USAGE = 'Usage: npm start [-- --no-open]'

await runProgram(async (args) => {
  if (args.some((arg) => arg !== '--no-open')) throw new SetupError(USAGE)
  const node = await installMissing()
  await ensureRenderer(node)
  return run(node, [inCheckout('build', 'start', 'window.mjs'), ...args])
})

/** The rest needs Node 24. It hears of signals, and this process ends as it does. */
async function run(node, args) {
  const child = spawn(node, args, { cwd: checkout, stdio: 'inherit' })
  handSignalsTo(child)
  const [code] = await once(child, 'exit')
  return code ?? 1
}
