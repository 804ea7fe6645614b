import { EngineFailure } from '../../contract/errors.ts'
import type { StandingProcess } from './standingProcess.ts'

interface Waiting<Order, Answer> { order: Order; wanted: Set<object>; answer: PromiseWithResolvers<Answer> }

/**
 * Orders to standing processes. The newest is made first, since it is what is being looked at; who asks for what is on
 * its way gets that; and what nobody waits for any more is not made.
 */
export class NewestFirst<Order extends object, Answer> {
  readonly #processes: StandingProcess<Order, Answer>[]
  readonly #longest: number
  readonly #things: string
  readonly #waiting = new Map<string, Waiting<Order, Answer>>()
  readonly #making = new Map<string, Promise<Answer>>()

  /** @param longest how many may wait. @param things what they are, for people */
  constructor(processes: StandingProcess<Order, Answer>[], longest: number, things: string) {
    this.#processes = processes
    this.#longest = longest
    this.#things = things
  }

  /**
   * @param name of what is ordered: two orders of one name have one answer
   * @throws EngineFailure UNAVAILABLE where too many wait; an AbortError where the signal is given before it is made
   */
  async make(name: string, order: Order, signal?: AbortSignal): Promise<Answer> {
    const making = this.#making.get(name)
    if (making) return making
    signal?.throwIfAborted()
    const waiting = this.#waiting.get(name) ?? this.#enter(name, order)
    return this.#want(name, waiting, signal)
  }

  close(): void {
    for (const { answer } of this.#waiting.values()) answer.reject(new EngineFailure('UNAVAILABLE', 'The engine ends.'))
    this.#waiting.clear()
    this.#processes.forEach((process) => process.close())
  }

  #enter(name: string, order: Order): Waiting<Order, Answer> {
    if (this.#waiting.size >= this.#longest) {
      throw new EngineFailure('UNAVAILABLE', `${this.#longest} ${this.#things} wait to be made already.`, 'Try again in a moment.')
    }
    const waiting = { order, wanted: new Set<object>(), answer: Promise.withResolvers<Answer>() }
    this.#waiting.set(name, waiting)
    this.#advance()
    return waiting
  }

  async #want(name: string, waiting: Waiting<Order, Answer>, signal?: AbortSignal): Promise<Answer> {
    const one = {}
    waiting.wanted.add(one)
    const leave = () => this.#leave(name, waiting, one, signal)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await waiting.answer.promise
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  #leave(name: string, waiting: Waiting<Order, Answer>, one: object, signal?: AbortSignal): void {
    waiting.wanted.delete(one)
    if (waiting.wanted.size > 0 || !this.#waiting.delete(name)) return
    waiting.answer.reject(signal?.reason)
  }

  #advance(): void {
    for (const process of this.#processes.filter(({ busy }) => !busy)) {
      const newest = [...this.#waiting].at(-1)
      if (newest) void this.#run(process, ...newest)
    }
  }

  async #run(process: StandingProcess<Order, Answer>, name: string, { order, answer }: Waiting<Order, Answer>): Promise<void> {
    this.#waiting.delete(name)
    this.#making.set(name, answer.promise)
    try {
      answer.resolve(await process.make(order))
    } catch (error) {
      answer.reject(error)
    } finally {
      this.#making.delete(name)
      this.#advance()
    }
  }
}
