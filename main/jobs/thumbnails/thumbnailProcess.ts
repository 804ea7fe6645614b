import { type ChildProcess, fork } from 'node:child_process'
import { EngineFailure } from '../../contract/errors.ts'
import type { ThumbnailAnswer, ThumbnailOrder } from '../../workers/messages.ts'

/** The longest that one picture may take, and how long a process without work is kept, in milliseconds. */
export const patience = { picture: 30_000, idle: 60_000 }

interface Pending { resolve(answer: ThumbnailAnswer): void; reject(error: Error): void; timer: NodeJS.Timeout }

/** A worker process that makes one thumbnail at a time. It starts with the first, and again where it died. */
export class ThumbnailProcess {
  readonly #script: URL
  readonly #scratch: string
  #child: ChildProcess | null = null
  #pending: Pending | null = null
  #idle: NodeJS.Timeout | undefined

  /** @param scratch a folder for what must be unpacked, which the engine's start sweeps */
  constructor(script: URL, scratch: string) {
    this.#script = script
    this.#scratch = scratch
  }

  get busy(): boolean {
    return this.#pending !== null
  }

  /** @throws EngineFailure UNAVAILABLE where the process died over it, or took too long */
  make(order: ThumbnailOrder): Promise<ThumbnailAnswer> {
    clearTimeout(this.#idle)
    this.#child ??= this.#start()
    const child = this.#child
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience.picture)
      this.#pending = { resolve, reject, timer }
      child.send(order, (error) => error && this.#died(child, order.path))
      child.once('exit', () => this.#died(child, order.path))
    })
  }

  close(): void {
    clearTimeout(this.#idle)
    if (this.#child?.connected) this.#child.disconnect()
    this.#child = null
  }

  #start(): ChildProcess {
    const child = fork(this.#script, [this.#scratch], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('message', (answer: ThumbnailAnswer) => {
      child.removeAllListeners('exit')
      child.once('exit', () => this.#forget(child))
      this.#settle()?.resolve(answer)
      this.#idle = setTimeout(() => this.close(), patience.idle)
      this.#idle.unref()
    })
    child.on('error', () => this.#died(child, 'It'))
    return child
  }

  #died(child: ChildProcess, path: string): void {
    this.#forget(child)
    this.#settle()?.reject(new EngineFailure('UNAVAILABLE', `The process that decodes pictures ended over "${path}".`,
      'The picture may be damaged, or far too large for the memory of this machine.'))
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = null
  }

  #settle(): Pending | null {
    const pending = this.#pending
    this.#pending = null
    clearTimeout(pending?.timer)
    return pending
  }
}
