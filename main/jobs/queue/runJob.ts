import path from 'node:path'
import type { Job, JobProgress } from '../../contract/jobs.ts'
import { asFailure, isUnexpected } from './failures.ts'
import type { JobKind, JobRun, Outcome, Runner, Shop } from './job.ts'
import { freeCard } from '../devices/cards.ts'
import { runWorker } from './workerProcess.ts'

/** A job under way. */
export interface RunningJob {
  cancel(): void
  /** Has it leave what it needs to go on, and rest. */
  pause(): void
  /** Never rejects: whatever goes wrong is part of the outcome. */
  outcome: Promise<Outcome>
}

/** What a run tells the queue, and asks of it. */
export interface RunHooks { progress(progress: JobProgress): void; stopping(): boolean }

/** Has the runner of its kind do a job. */
export function runJob(shop: Shop, runner: Runner<JobKind>, job: Job, hooks: RunHooks): RunningJob {
  const [cancel, pause] = [new AbortController(), new AbortController()]
  const runtime = shop.runtime()
  const run: JobRun<JobKind> = {
    ...shop,
    ...hooks,
    runtime: () => runtime,
    id: job.id,
    request: shop.store.jobs.request(job.id),
    cancelled: cancel.signal,
    paused: pause.signal,
    work: async (workerJob, order, name) =>
      runWorker({
        script: shop.scripts[workerJob.kind], job: workerJob, log: logFile(shop, job, name), runtime: runtime?.path,
        cancelled: cancel.signal, paused: pause.signal, ...order, card: order.card ?? (await freeCard(runtime)),
      }),
  }
  return { cancel: () => cancel.abort(), pause: () => pause.abort(), outcome: outcomeOf(run, runner) }
}

/** Lets a job that does not run clear up after itself: it is run with its cancellation given already. */
export async function discardJob(shop: Shop, runner: Runner<JobKind>, job: Job): Promise<void> {
  const running = runJob(shop, runner, job, { progress: () => undefined, stopping: () => false })
  running.cancel()
  await running.outcome
}

async function outcomeOf(run: JobRun<JobKind>, runner: Runner<JobKind>): Promise<Outcome> {
  // Whoever started it has it in his hands before it can end.
  await Promise.resolve()
  try {
    return await runner(run)
  } catch (error) {
    if (run.cancelled.aborted) return { state: 'cancelled' }
    if (isUnexpected(error)) run.log.error({ err: error, job: run.id }, 'A job failed unexpectedly.')
    return { state: 'failed', error: asFailure(error) }
  }
}

function logFile({ store }: Shop, { id }: Job, name?: string): string {
  return path.join(store.workspace, 'logs', `job-${id}${name ? `-${name}` : ''}.log`)
}
