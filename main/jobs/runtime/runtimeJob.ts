import type { RuntimeProgress } from '../../contract/jobs.ts'
import { type JobRun, type Outcome, outcomeOf } from '../queue/job.ts'

/** Gets, changes to or removes a TensorFlow runtime. What a cancelled one has downloaded is kept for the next. */
export async function runRuntime(run: JobRun<'runtime'>): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const phase = run.request.action === 'remove' ? 'removing' as const : 'starting' as const
  run.progress({ kind: 'runtime', phase, done: 0, total: null, wheel: null, number: null, of: null })
  return outcomeOf(await run.work({ kind: 'runtime', ...run.request }, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'runtime', ...progress } as RuntimeProgress),
  }))
}
