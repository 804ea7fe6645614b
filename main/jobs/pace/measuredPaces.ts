import type { ClassRoles } from '../training/classRoles.ts'
import type { Shop } from '../queue/job.ts'
import { knownPace, type Work, workName } from './knownPace.ts'
import type { Pace } from './pace.ts'
import { probePace } from './probePace.ts'

type Measuring = Pick<Shop, 'store' | 'scripts' | 'cores' | 'runtime' | 'cardMemory'>

/** What was measured since the engine started, one piece of work at a time, so that none disturbs another. */
export class MeasuredPaces {
  readonly #shop: Measuring
  readonly #measured = new Map<string, number>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(shop: Measuring) {
    this.#shop = shop
  }

  /** The pace as it is known: of members trained before, else as it was measured. Null where it must be measured. */
  known(work: Work): Pace | null {
    const before = knownPace(this.#shop.store, work, this.#shop.cores)
    if (before !== null) return { millisecondsPerStep: before, measured: 'before' }
    const now = this.#measured.get(this.#name(work))
    return now === undefined ? null : { millisecondsPerStep: now, measured: 'now' }
  }

  /**
   * Takes a few steps and times them, once what is measured already is through.
   * @throws EngineFailure UNAVAILABLE where a worker fails; the signal's reason where it is given up
   */
  async measure(work: Work, roles: ClassRoles, signal?: AbortSignal): Promise<Pace> {
    const own = Promise.allSettled([this.#last]).then(() => this.#probe(work, roles, signal))
    this.#last = own
    return own
  }

  async #probe(work: Work, roles: ClassRoles, signal?: AbortSignal): Promise<Pace> {
    signal?.throwIfAborted()
    const found = this.known(work)
    if (found) return found
    const millisecondsPerStep = await probePace(this.#shop, work, roles, signal)
    this.#measured.set(this.#name(work), millisecondsPerStep)
    return { millisecondsPerStep, measured: 'now' }
  }

  #name(work: Work): string {
    const { flavour = '', version = '' } = this.#shop.runtime() ?? {}
    return `${flavour} ${version} ${workName(work, this.#shop.cores)}`
  }
}
