import { stopCommands } from '../main/runtime/commands.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

const OLDEST_NODE = 20
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

let successor

/** From now on a signal is for this process, and the program waits for its end. */
export function handSignalsTo(child) {
  successor = child
}

function end(signal, code) {
  if (successor) return successor.kill(signal)
  stopCommands(signal)
  process.exit(code)
}

/**
 * Runs a program of build/: its result is the exit code (0 where it gives none), a failure is one sentence.
 * A signal ends what it started, too.
 */
export async function runProgram(main) {
  requireNode()
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => end(signal, code))
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0
  } catch (error) {
    say(error instanceof SetupError ? error.message : `This should not have happened: ${error.stack}`)
    process.exitCode = 1
  }
}

function requireNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  say(`Lacuna needs Node ${OLDEST_NODE} or newer, this is ${process.versions.node}: install a newer one.`)
  process.exit(1)
}
