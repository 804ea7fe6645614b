import type { Job } from '../../main/contract/jobs.ts'
import type { Study } from '../../main/contract/studies.ts'
import { count, duration } from '../format.ts'
import { t } from '../words/words.ts'

/** Where a study stands. */
export interface RunWords { state: string; cells: string; now: string; left: string }

const states: Partial<Record<Job['state'], string>> = {
  waiting: t('Waits'), running: t('Runs'), paused: t('Paused'),
}
const phases = {
  planning: (cell: string) => t('planning {cell}', { cell }),
  training: (cell: string) => t('training {cell}', { cell }),
  scoring: (cell: string) => t('scoring {cell}', { cell }),
}

export function runWords({ cells, done, failed }: Study, job: Job | null): RunWords {
  const told = job?.progress?.kind === 'study' ? job.progress : null
  const of = cells === null ? t('its image sets are gone')
    : t('{done} of {n} cell | {done} of {n} cells', cells, { done: count(done) })
  const isRunning = job?.state === 'running'
  return {
    state: job ? states[job.state] ?? t('Ended') : idleState({ cells, done, failed }),
    cells: failed > 0 ? t('{cells}, {failed} failed', { cells: of, failed: count(failed) }) : of,
    now: isRunning && told?.now ? phases[told.phase](told.now) : '',
    left: isRunning && told?.secondsLeft != null ? t('about {time} left', { time: duration(told.secondsLeft) }) : '',
  }
}

function idleState({ cells, done, failed }: Pick<Study, 'cells' | 'done' | 'failed'>): string {
  if (cells === null) return t('Cannot run')
  if (done === cells) return t('Complete')
  return done + failed === 0 ? t('Not run yet') : t('Incomplete')
}
