import { EngineFailure } from '../../contract/errors.ts'
import type { ThumbnailAnswer, ThumbnailOrder } from '../../workers/messages.ts'
import { ThumbnailProcess } from './thumbnailProcess.ts'

interface Waiting { order: ThumbnailOrder; wanted: Set<object>; answer: PromiseWithResolvers<ThumbnailAnswer> }

/**
 * Orders for thumbnails. The newest is made first, since it is what is being looked at; who asks for one that is on its way
 * gets that one; and one that nobody waits for any more is not made.
 */
export class ThumbnailQueue {
  readonly #processes: ThumbnailProcess[]
  readonly #longest: number
  readonly #waiting = new Map<string, Waiting>()
  readonly #making = new Map<string, Promise<ThumbnailAnswer>>()

  /** @param longest how many may wait */
  constructor(processes: ThumbnailProcess[], longest: number) {
    this.#processes = processes
    this.#longest = longest
  }

  /** @throws EngineFailure UNAVAILABLE where too many wait; an AbortError where the signal is given before it is made */
  async make(order: ThumbnailOrder, signal?: AbortSignal): Promise<ThumbnailAnswer> {
    const making = this.#making.get(order.target)
    if (making) return making
    signal?.throwIfAborted()
    const waiting = this.#waiting.get(order.target) ?? this.#enter(order)
    return this.#want(waiting, signal)
  }

  close(): void {
    for (const { answer } of this.#waiting.values()) answer.reject(new EngineFailure('UNAVAILABLE', 'The engine ends.'))
    this.#waiting.clear()
    this.#processes.forEach((process) => process.close())
  }

  #enter(order: ThumbnailOrder): Waiting {
    if (this.#waiting.size >= this.#longest) {
      throw new EngineFailure('UNAVAILABLE', `${this.#longest} pictures wait to be made already.`, 'Try again in a moment.')
    }
    const waiting = { order, wanted: new Set<object>(), answer: Promise.withResolvers<ThumbnailAnswer>() }
    this.#waiting.set(order.target, waiting)
    this.#advance()
    return waiting
  }

  async #want(waiting: Waiting, signal?: AbortSignal): Promise<ThumbnailAnswer> {
    const one = {}
    waiting.wanted.add(one)
    const leave = () => this.#leave(waiting, one, signal)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await waiting.answer.promise
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  #leave(waiting: Waiting, one: object, signal?: AbortSignal): void {
    waiting.wanted.delete(one)
    if (waiting.wanted.size > 0 || !this.#waiting.delete(waiting.order.target)) return
    waiting.answer.reject(signal?.reason)
  }

  #advance(): void {
    for (const process of this.#processes.filter(({ busy }) => !busy)) {
      const newest = [...this.#waiting.values()].at(-1)
      if (newest) void this.#run(process, newest)
    }
  }

  async #run(process: ThumbnailProcess, { order, answer }: Waiting): Promise<void> {
    this.#waiting.delete(order.target)
    this.#making.set(order.target, answer.promise)
    try {
      answer.resolve(await process.make(order))
    } catch (error) {
      answer.reject(error)
    } finally {
      this.#making.delete(order.target)
      this.#advance()
    }
  }
}
