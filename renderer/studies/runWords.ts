import type { Job } from '../../main/contract/jobs.ts'
import type { Study } from '../../main/contract/studies.ts'
import { count, counted, duration } from '../format.ts'

/** Where a study stands. */
export interface RunWords { state: string; cells: string; now: string; left: string }

const states: Partial<Record<Job['state'], string>> = { waiting: 'Waits', running: 'Runs', paused: 'Paused' }
const phases = { planning: 'planning', training: 'training', scoring: 'scoring' }

export function runWords({ cells, done, failed }: Study, job: Job | null): RunWords {
  const told = job?.progress?.kind === 'study' ? job.progress : null
  const of = cells === null ? 'its image sets are gone' : `${count(done)} of ${counted(cells, 'cell')}`
  const lacking = failed > 0 ? `, ${count(failed)} failed` : ''
  const isRunning = job?.state === 'running'
  return {
    state: job ? states[job.state] ?? 'Ended' : idleState({ cells, done, failed }),
    cells: `${of}${lacking}`,
    now: isRunning && told?.now ? `${phases[told.phase]} ${told.now}` : '',
    left: isRunning && told?.secondsLeft != null ? `about ${duration(told.secondsLeft)} left` : '',
  }
}

function idleState({ cells, done, failed }: Pick<Study, 'cells' | 'done' | 'failed'>): string {
  if (cells === null) return 'Cannot run'
  if (done === cells) return 'Complete'
  return done + failed === 0 ? 'Not run yet' : 'Incomplete'
}
