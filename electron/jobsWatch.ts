import { setTimeout } from 'node:timers/promises'
import type { Job } from '../main/contract/jobs.ts'
import { progressShare } from '../main/contract/progressShare.ts'
import type { EngineLink } from './engineLink.ts'

/** After the stream of events broke off: the next engine is there in about a second. */
const pause = 1000

/** What is computed, as the desktop shows it outside the window. */
export interface Shown {
  /** 0 to 1, of all that run; null where nothing does or it cannot be said. */
  share: number | null
  running: boolean
}

/** Follows the engine's jobs for as long as Lacuna is open: what runs, and what ended and how long it took. */
export class JobsWatch {
  readonly #jobs = new Map<number, { job: Job; since: number }>()
  readonly #onChange: (shown: Shown) => void
  readonly #onEnd: (job: Job, seconds: number) => void

  constructor(onChange: (shown: Shown) => void, onEnd: (job: Job, seconds: number) => void) {
    this.#onChange = onChange
    this.#onEnd = onEnd
  }

  /** @param broken hears why the stream of events broke off, after which it is followed anew */
  async follow(link: EngineLink, broken: (error: unknown) => void): Promise<never> {
    for (;;) {
      await this.#once(link).catch(broken)
      await setTimeout(pause)
    }
  }

  async #once(link: EngineLink): Promise<void> {
    const api = await link.api()
    // The stream first, then the state: nothing can happen between the two.
    const events = await api.jobs.events({})
    const running = await api.jobs.list({ states: ['running'] })
    for (const id of this.#jobs.keys()) if (!running.some((job) => job.id === id)) this.hear(await api.jobs.show({ id }))
    running.forEach((job) => this.hear(job))
    for await (const event of events) if (event.type === 'job') this.hear(event.job)
  }

  /** @param now milliseconds, of any clock */
  hear(job: Job, now = performance.now()): void {
    const known = this.#jobs.get(job.id)
    if (job.state === 'running') this.#jobs.set(job.id, { job, since: known?.since ?? now })
    else this.#jobs.delete(job.id)
    if (known && (job.state === 'done' || job.state === 'failed')) this.#onEnd(job, (now - known.since) / 1000)
    if (known || job.state === 'running') this.#onChange(this.#shown())
  }

  #shown(): Shown {
    const shares = [...this.#jobs.values()].map(({ job }) => progressShare(job)).filter((share) => share !== null)
    const share = shares.length > 0 ? shares.reduce((sum, one) => sum + one, 0) / shares.length : null
    return { share, running: this.#jobs.size > 0 }
  }
}
