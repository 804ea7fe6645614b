import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

interface Answer { id?: number; method?: string; result?: Record<string, unknown>; error?: { message: string } }
interface Waiting { resolve(result: Record<string, unknown>): void; reject(error: Error): void }

/**
 * Chromium's DevTools protocol over the pipes 3 and 4 of its process: a command or an answer is JSON that ends with a
 * zero byte. See chromedevtools.github.io/devtools-protocol.
 */
export class DevtoolsPipe {
  readonly #to: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #events = new Map<string, () => void>()
  #last = 0
  #failed: Error | null = null
  #rest = ''

  constructor({ stdio }: ChildProcess) {
    this.#to = stdio[3] as Writable
    const from = stdio[4] as Readable
    from.setEncoding('utf8')
    from.on('data', (text: string) => this.#read(text))
    const ended = new Error('Chromium ended before it had printed.')
    from.on('close', () => this.#fail(ended))
    // It may have ended before anybody listened.
    if (from.closed || from.destroyed) this.#fail(ended)
    // What is written to a process that has just ended; its end is told by the other pipe.
    this.#to.on('error', (error) => this.#fail(error))
  }

  /** @throws Error with what Chromium said */
  ask(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    if (this.#failed) return Promise.reject(this.#failed)
    const id = ++this.#last
    this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  /** Resolves when an event of that name comes next. */
  next(event: string): Promise<void> {
    return new Promise((resolve) => this.#events.set(event, resolve))
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0')
    this.#rest = parts.pop()!
    for (const part of parts) this.#take(JSON.parse(part) as Answer)
  }

  #take({ id, method, result = {}, error }: Answer): void {
    if (method !== undefined) return this.#events.get(method)?.()
    const waiting = this.#waiting.get(id!)
    this.#waiting.delete(id!)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }

  #fail(error: Error): void {
    this.#failed ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
