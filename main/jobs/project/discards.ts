import { EngineFailure } from '../../contract/errors.ts'
import type { DiscardedProject } from '../../contract/projects.ts'
import type { Discarded } from '../../store/projects.ts'
import { refuseIfBusy } from '../queue/busy.ts'
import type { Shop } from '../queue/job.ts'
import type { JobQueue } from '../queue/queue.ts'
import { removeProject } from '../removal.ts'

/** How long a discarded project can be taken back, in milliseconds. */
export const usualReprieve = 5 * 60_000

/** Projects that were discarded: out of sight at once, and removed when their time is over, by this engine or the next. */
export class Discards {
  readonly #shop: Pick<Shop, 'store' | 'announce' | 'log'>
  readonly #queue: JobQueue
  readonly #reprieve: number
  readonly #timers = new Map<number, NodeJS.Timeout>()
  readonly #removals = new Set<Promise<unknown>>()

  /** @param reprieve milliseconds within which one can be taken back */
  constructor(shop: Pick<Shop, 'store' | 'announce' | 'log'>, queue: JobQueue, reprieve = usualReprieve) {
    this.#shop = shop
    this.#queue = queue
    this.#reprieve = reprieve
  }

  /** For the start of an engine: removes what is due, and what was still coming when the engine before it ended. */
  async begin(): Promise<void> {
    const { store } = this.#shop
    for (const id of store.projects.incoming()) await removeProject(store, id)
    for (const project of store.projects.discarded()) {
      if (this.#left(project) <= 0) await removeProject(store, project.id)
      else this.#arm(project)
    }
  }

  list(): DiscardedProject[] {
    return this.#shop.store.projects.discarded().map((project) => this.#view(project))
  }

  /** @throws EngineFailure CONFLICT while a job works on the project */
  discard(id: number): DiscardedProject {
    const { store } = this.#shop
    refuseIfBusy(this.#queue, store, ({ projectId }) => projectId === id)
    store.projects.discard(id)
    const project = this.#find(id)
    this.#arm(project)
    this.#changed(id)
    return this.#view(project)
  }

  /** @throws EngineFailure NOT_FOUND where its time is over */
  takeBack(id: number): void {
    const { projects } = this.#shop.store
    projects.reveal(id, projects.freeName(this.#find(id).name))
    this.#disarm(id)
    this.#changed(id)
  }

  /** Removes a project at once, in sight or not. @returns bytes freed */
  async remove(id: number): Promise<number> {
    const { store } = this.#shop
    refuseIfBusy(this.#queue, store, ({ projectId }) => projectId === id)
    // Should the engine end half-way, nobody sees the half.
    store.projects.discard(id)
    this.#disarm(id)
    const removal = removeProject(store, id)
    this.#removals.add(removal)
    const freed = await removal.finally(() => this.#removals.delete(removal))
    this.#changed(id)
    return freed
  }

  async close(): Promise<void> {
    this.#timers.forEach((_, id) => this.#disarm(id))
    await Promise.allSettled(this.#removals)
  }

  #find(id: number): Discarded {
    const project = this.#shop.store.projects.discarded().find((one) => one.id === id)
    if (project) return project
    throw new EngineFailure('NOT_FOUND', `There is no discarded project ${id}: it was removed, or taken back before.`)
  }

  #left({ discarded }: Discarded): number {
    return Date.parse(discarded) + this.#reprieve - Date.now()
  }

  #view(project: Discarded): DiscardedProject {
    return { id: project.id, name: project.name, until: new Date(Date.parse(project.discarded) + this.#reprieve).toISOString() }
  }

  #arm(project: Discarded, milliseconds = this.#left(project)): void {
    const timer = setTimeout(() => void this.#timeIsOver(project), Math.max(0, milliseconds))
    this.#timers.set(project.id, timer.unref())
  }

  #disarm(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  /** What cannot be removed now, as something works on it or the disk refuses, is tried again. */
  async #timeIsOver(project: Discarded): Promise<void> {
    try {
      const freed = await this.remove(project.id)
      this.#shop.log.info({ project: project.id, freed }, 'A discarded project was removed.')
    } catch (error) {
      this.#shop.log.warn({ err: error, project: project.id }, 'A discarded project could not be removed; it is tried again.')
      this.#arm(project, this.#reprieve)
    }
  }

  #changed(id: number): void {
    this.#shop.announce({ type: 'changed', what: 'projects', id })
  }
}
