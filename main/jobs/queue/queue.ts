import { EngineFailure } from '../../contract/errors.ts'
import type { Job, JobProgress } from '../../contract/jobs.ts'
import type { NewJob } from '../../store/jobs.ts'
import type { JobKind, JobRequests, Outcome, Runner, Shop } from './job.ts'
import { Endings } from './endings.ts'
import { ProgressGate } from './progressGate.ts'
import { discardJob, runJob, type RunningJob } from './runJob.ts'

/** One job of a lane runs at a time; the lanes run beside each other. */
const lanes: Record<JobKind, string> = {
  import: 'import', train: 'train', score: 'statistics', report: 'statistics', export: 'statistics', exportImages: 'statistics',
  // It trains through the queue, and scores by itself.
  study: 'study',
  copy: 'archive', backup: 'archive', restore: 'archive', bundle: 'archive', verify: 'statistics', runtime: 'runtime',
}

/** Progress is told a few times a second at most. */
const progressInterval = 200

/** After this time what the store refused is tried again: a full disk may have room by then. */
const retryInterval = 5_000

/** Whether a job of the kind can leave what it needs to go on later. */
const canRest = (kind: JobKind) => kind === 'train' || kind === 'study'

type Running = RunningJob & { kind: JobKind; ended: Promise<void> }

/**
 * Runs jobs in the order in which they came. Their states are in the store, so that the next engine can take
 * up what this one leaves: a job that is `running` there while no engine runs was interrupted.
 */
export class JobQueue {
  readonly #shop: Shop
  readonly #runners: { [K in JobKind]: Runner<K> }
  readonly #running = new Map<number, Running>()
  readonly #progress = new Map<number, JobProgress>()
  readonly #endings = new Endings()
  #stopping = false

  constructor(shop: Shop, runners: { [K in JobKind]: Runner<K> }) {
    this.#shop = shop
    this.#runners = runners
  }

  /** How many jobs run. */
  get running(): number {
    return this.#running.size
  }

  /** Whether anything runs or waits to. */
  get busy(): boolean {
    return this.running > 0 || this.#shop.store.jobs.list(['waiting']).length > 0
  }

  submit<K extends JobKind>(job: Omit<NewJob, 'request'> & { kind: K; request: JobRequests[K] }): Job {
    const id = this.#shop.store.jobs.create(job)
    this.#announce(id)
    this.#advance()
    return this.show(id)
  }

  show(id: number): Job {
    const job = this.#shop.store.jobs.show(id)
    if (!job) throw new EngineFailure('NOT_FOUND', `There is no job ${id}.`)
    return this.#live(job)
  }

  list(states?: Job['state'][]): Job[] {
    return this.#shop.store.jobs.list(states).map((job) => this.#live(job))
  }

  /** Takes up what an engine before this one left: what was running waits again, before anything newer. */
  takeUp(): void {
    this.#insist(() => {
      for (const job of this.#shop.store.jobs.list(['running'])) this.#save({ ...job, state: 'waiting' })
      this.#advance()
    })
  }

  async cancel(id: number): Promise<Job> {
    const job = this.show(id)
    const running = this.#running.get(id)
    if (running) {
      running.cancel()
      await running.ended
    } else if (job.state === 'waiting' || job.state === 'paused') {
      this.#save({ ...job, state: 'cancelled' })
      await discardJob(this.#shop, this.#runner(job.kind), job)
    }
    return this.show(id)
  }

  async pause(id: number): Promise<Job> {
    const job = this.show(id)
    const running = this.#running.get(id)
    if (!canRest(job.kind))
      throw new EngineFailure(
        'CONFLICT', `Only training and studies can be paused; job ${id} is: ${job.title}.`,
        'Cancel it, and start it again later.',
      )
    if (!running && job.state !== 'waiting') throw new EngineFailure('CONFLICT', `Job ${id} is ${job.state}.`)
    running?.pause()
    await running?.ended
    if (!running) this.#save({ ...job, state: 'paused' })
    return this.show(id)
  }

  resume(id: number): Job {
    const job = this.show(id)
    if (job.state !== 'paused') throw new EngineFailure('CONFLICT', `Job ${id} is ${job.state}, not paused.`)
    this.#save({ ...job, state: 'waiting' })
    this.#advance()
    return this.show(id)
  }

  /** Waits until a job is done, failed or cancelled; one that rests is waited for. */
  whenEnded(id: number): Promise<Job> {
    return this.#endings.wait(this.show(id))
  }

  /** Ends all workers; members leave checkpoints, and what ran is taken up by the next engine. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const job of this.#running.values()) {
      if (canRest(job.kind)) job.pause()
      else job.cancel()
    }
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  #advance(): void {
    if (this.#stopping) return
    this.#insist(() => {
      for (const job of this.#shop.store.jobs.list(['waiting'])) {
        if (![...this.#running.values()].some(({ kind }) => lanes[kind] === lanes[job.kind])) this.#start(job)
      }
    })
  }

  #start(job: Job): void {
    this.#save({ ...job, state: 'running', error: null, result: null })
    const gate = new ProgressGate(() => this.#announce(job.id), progressInterval)
    const progress = (progress: JobProgress) => {
      this.#progress.set(job.id, progress)
      gate.call()
    }
    const running = runJob(this.#shop, this.#runner(job.kind), job, {
      progress, stopping: () => this.#stopping,
    })
    const ended = running.outcome.then((outcome) => {
      gate.close()
      this.#end(job, outcome)
    })
    this.#running.set(job.id, { ...running, kind: job.kind, ended })
  }

  #end(job: Job, { settle, ...outcome }: Outcome): void {
    this.#running.delete(job.id)
    const interrupted = this.#stopping && (outcome.state === 'paused' || outcome.state === 'cancelled')
    if (interrupted) return
    const ended = { ...this.#live(job), error: null, result: null, ...outcome }
    this.#progress.delete(job.id)
    this.#insist(() => {
      settle?.()
      this.#save(ended)
    })
    this.#advance()
  }

  /** Does what nobody waits for, again and again until the store takes it. */
  #insist(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.#shop.log.error({ err: error }, 'The state of a job could not be stored; it is tried again.')
      setTimeout(() => !this.#stopping && this.#insist(action), retryInterval).unref()
    }
  }

  #runner(kind: JobKind): Runner<JobKind> {
    return this.#runners[kind] as Runner<JobKind>
  }

  #live(job: Job): Job {
    return { ...job, progress: this.#progress.get(job.id) ?? job.progress }
  }

  #save(job: Job): void {
    this.#shop.store.jobs.save(job)
    this.#announce(job.id)
    this.#endings.tell(this.show(job.id))
  }

  #announce(id: number): void {
    this.#shop.announce({ type: 'job', job: this.show(id) })
  }
}
