import { type ChildProcess, fork } from 'node:child_process'
import type { EngineFailure } from '../../contract/errors.ts'

/** How a worker process is started that answers one order after the other, and when it is given up. */
export interface Standing<Order> {
  script: URL
  args?: string[]
  /** Beside the environment of this process. */
  env?: Record<string, string>
  /** The longest that one answer may take, and how long a process without work is kept, in milliseconds. */
  patience: { answer: number; idle: number }
  /** What is said where it ended over an order, or took too long. */
  died(order: Order): EngineFailure
}

interface Pending<Order, Answer> {
  child: ChildProcess; order: Order; timer: NodeJS.Timeout; resolve(answer: Answer): void; reject(error: Error): void
}

/** A worker process that does one thing at a time. It starts with the first order, and again where it ended. */
export class StandingProcess<Order extends object, Answer> {
  readonly #how: Standing<Order>
  #child: ChildProcess | null = null
  #pending: Pending<Order, Answer> | null = null
  #idle: NodeJS.Timeout | undefined

  constructor(how: Standing<Order>) {
    this.#how = how
  }

  get busy(): boolean {
    return this.#pending !== null
  }

  /** @throws EngineFailure where the process died over it, or took too long */
  make(order: Order): Promise<Answer> {
    clearTimeout(this.#idle)
    this.#child ??= this.#start()
    const child = this.#child
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), this.#how.patience.answer)
      this.#pending = { child, order, timer, resolve, reject }
      child.send(order, (error) => error && this.#died(child))
    })
  }

  close(): void {
    clearTimeout(this.#idle)
    if (this.#child?.connected) this.#child.disconnect()
    this.#child = null
  }

  #start(): ChildProcess {
    const { script, args = [], env } = this.#how
    // Structured clones, so that an answer may hold bytes.
    const child = fork(script, args, {
      execArgv: [], env: { ...process.env, ...env }, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (answer) => this.#answered(child, answer as Answer))
    child.once('error', () => this.#died(child))
    child.once('exit', () => this.#died(child))
    return child
  }

  #answered(child: ChildProcess, answer: Answer): void {
    this.#settle(child)?.resolve(answer)
    if (this.#child !== child) return
    this.#idle = setTimeout(() => this.close(), this.#how.patience.idle)
    this.#idle.unref()
  }

  #died(child: ChildProcess): void {
    if (this.#child === child) this.#child = null
    const pending = this.#settle(child)
    pending?.reject(this.#how.died(pending.order))
  }

  #settle(child: ChildProcess): Pending<Order, Answer> | null {
    const pending = this.#pending
    if (pending?.child !== child) return null
    this.#pending = null
    clearTimeout(pending.timer)
    return pending
  }
}
