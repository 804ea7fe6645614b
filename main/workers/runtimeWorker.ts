import { runtimeFolder } from '../compute/runtimeFolder.mjs'
import { deleteRuntime, installRuntime, SetupError, type SetUpState, stopCommands } from '../runtime/setUp.mjs'
import { type Channel, serve } from './channel.ts'
import type { RuntimeJob, RuntimeResult } from './messages.ts'

/** Milliseconds between two reports of the same step. */
const interval = 200

// The process that gets and removes TensorFlow runtimes. pip must not outlive it.
process.on('exit', () => stopCommands('SIGTERM'))

serve('runtime', async (job, channel) => {
  try {
    return await run(job, channel)
  } catch (error) {
    throw error instanceof SetupError ? Object.assign(error, { code: 'RUNTIME', hint: null }) : error
  }
})

async function run({ action, flavour, wheels }: RuntimeJob, channel: Channel): Promise<RuntimeResult> {
  const hands = { say, at: teller(channel), wheels, stop: channel.cancelled }
  if (action === 'remove') return { flavour, freedBytes: await deleteRuntime(flavour, runtimeFolder(), hands) }
  await installRuntime(flavour, runtimeFolder(), hands)
  return { flavour, freedBytes: 0 }
}

/** Into the job's log. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Tells each step at once, and how far it is a few times a second: libraries are unpacked in a hundred thousand pieces. */
function teller(channel: Channel): (state: SetUpState) => void {
  let last = { step: '', at: -Infinity }
  return ({ phase, name, number, of, bytes, total }) => {
    const [step, now] = [`${phase} ${name}`, performance.now()]
    if (step === last.step && now - last.at < interval) return
    last = { step, at: now }
    channel.progress({ phase, wheel: name, number, of, done: bytes, total })
  }
}
