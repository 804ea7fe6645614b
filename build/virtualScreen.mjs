import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SetupError } from '../main/runtime/setupError.mjs'

/**
 * Starts an X server without a screen (Xvfb), which picks a number that is free.
 * @returns {Promise<{display: string, close: () => void}>}
 */
export async function startScreen() {
  const args = ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const close = () => server.kill()
  process.once('exit', close)
  const ended = once(server, 'exit').then(() => {
    throw new SetupError('The virtual screen (Xvfb) did not start.')
  })
  // It may end later, when it is told to.
  ended.catch(() => undefined)
  const [number] = await Promise.race([once(server.stdout.setEncoding('utf8'), 'data'), ended])
  return { display: `:${number.trim()}`, close }
}
