import type { JobProgress } from '../../contract/jobs.ts'
import { duration } from '../../reports/text.ts'
import { count } from '../output/format.ts'

/** What a study tells beside its phase: cells that failed, and the time left. Nothing of any other job. */
export function studyWords(progress: JobProgress): string[] {
  if (progress.kind !== 'study') return []
  const { failed, secondsLeft } = progress
  return [
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(secondsLeft !== null && secondsLeft > 0 ? [`about ${duration(secondsLeft)} left`] : []),
  ]
}
