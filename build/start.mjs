// npm start: sets up what is missing, builds the window where its sources changed, and opens it: in Electron where that is
// installed, else in the browser, else it prints the address. npm start -- --no-open only prints the address.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { checkout, inCheckout } from './checkout.mjs'
import { electronHost, ensureElectronHost } from './electronHost.mjs'
import { installMissing } from './installMissing.mjs'
import { handSignalsTo, runProgram } from './program.mjs'
import { say } from './progress.mjs'
import { ensureRenderer } from './renderer.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'
import { findElectron } from './start/findElectron.mjs'

const USAGE = 'Usage: npm start [-- --no-open]'
/** Electron that fails so soon cannot open a window here; later something else went wrong. */
const SOON_MS = 10_000

await runProgram(async (args) => {
  if (args.some((arg) => arg !== '--no-open')) throw new SetupError(USAGE)
  const node = await installMissing()
  await ensureRenderer(node)
  const electron = args.length === 0 ? findElectron() : undefined
  if (electron && (await opensElectron(node, electron))) return 0
  return run(node, [inCheckout('build', 'start', 'window.mjs'), ...args])
})

async function opensElectron(node, electron) {
  await ensureElectronHost(node)
  const began = performance.now()
  say('Lacuna opens its window. Ctrl+C pauses what is being computed and ends it.')
  const code = await run(electron, [electronHost], { LACUNA_NODE: node })
  if (code === 0 || performance.now() - began > SOON_MS) return true
  say(`Electron could not open a window (exit code ${code}): the browser is used instead.`)
  return false
}

/** It hears of signals, and this process ends as it does. */
async function run(program, args, more = {}) {
  // The terminals of some editors set it, and then Electron opens no window.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(program, args, { cwd: checkout, stdio: 'inherit', env: { ...env, ...more } })
  handSignalsTo(child)
  const [code] = await once(child, 'exit')
  return code ?? 1
}
