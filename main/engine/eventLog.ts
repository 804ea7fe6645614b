import type { EngineEvent } from '../contract/jobs.ts'
import type { Announcement } from '../jobs/queue/job.ts'

/**
 * The last events, numbered. Numbers start at the time of the start in milliseconds: an engine that follows
 * another one starts above all of its numbers, so that a client that was away finds out that it missed
 * something.
 */
export class EventLog {
  readonly #keep: number
  #events: EngineEvent[] = []
  #seq: number
  #oldest: number
  #waiting = new Set<() => void>()

  /** @param keep how many events are kept for those that catch up */
  constructor(keep = 1000, start = Date.now()) {
    this.#keep = keep
    this.#seq = start
    this.#oldest = start
  }

  /** The number of the newest event. */
  get seq(): number {
    return this.#seq
  }

  /** Progress replaces the same job's progress before it, which says nothing any more. */
  add(event: Announcement): void {
    if (event.type === 'job')
      this.#events = this.#events.filter((old) => !(old.type === 'job' && overtaken(old, event)))
    this.#events.push({ ...event, seq: ++this.#seq } as EngineEvent)
    if (this.#events.length > this.#keep) this.#oldest = this.#events.shift()!.seq
    this.#waiting.forEach((wake) => wake())
  }

  /** What came after an event, or `missed` where that is no longer known in full. */
  after(seq: number): EngineEvent[] {
    if (seq < this.#oldest || seq > this.#seq) return [{ type: 'missed', seq: this.#seq }]
    const first = this.#events.findIndex((event) => event.seq > seq)
    return first < 0 ? [] : this.#events.slice(first)
  }

  /**
   * All events after one, as they come, until the signal is given. A slow reader misses some, but never all
   * memory.
   */
  async *follow(after: number, signal?: AbortSignal): AsyncGenerator<EngineEvent, void, void> {
    let last = after
    while (!signal?.aborted) {
      for (const event of this.after(last)) {
        yield event
        last = event.seq
      }
      if (last === this.#seq) await this.#next(signal)
    }
  }

  #next(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal?.addEventListener('abort', wake)
      if (signal?.aborted) wake()
    })
  }
}

function overtaken(
  old: Extract<EngineEvent, { type: 'job' }>, event: Extract<Announcement, { type: 'job' }>,
): boolean {
  return old.job.id === event.job.id && old.job.state === event.job.state
}
