import type { Job } from '../main/contract/jobs.ts'

/** Who waited so long has gone on to something else. */
const longSeconds = 60

/**
 * What the desktop says when a job has ended; null where nothing needs to be said.
 * @param isLooking whether the window is in front: nobody needs to be told of what they look at
 */
export function endNotice({ title, state, error }: Job, seconds: number, isLooking: boolean): { title: string; body: string } | null {
  if (seconds < longSeconds || isLooking) return null
  return state === 'done' ? { title: 'Done', body: title } : { title: `Failed: ${title}`, body: error?.message ?? 'Open Lacuna to see why.' }
}
