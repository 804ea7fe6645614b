import { fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs a script of this folder in a process of its own, since a process keeps its device, and gives what it tells.
 * @param env beside the environment of this process
 */
export async function askProcess<T>(script: string, args: string[], env: Record<string, string>): Promise<T> {
  const child = fork(new URL(script, import.meta.url), args, { env: { ...process.env, ...env } })
  const ended = once(child, 'exit')
  const [told] = await Promise.race([
    once(child, 'message') as Promise<[T]>,
    ended.then(([code]) => Promise.reject(new Error(`The process of ${script} ended with ${code}.`))),
  ])
  await ended
  return told
}
