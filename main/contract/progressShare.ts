import type { Job, MemberProgress, RuntimeProgress } from './jobs.ts'

/** How much of a job is done, 0 to 1; null where it cannot be said. */
export function progressShare({ progress }: Job): number | null {
  if (!progress) return null
  if (progress.kind === 'train') {
    if (progress.members.length === 0) return null
    return progress.members.reduce((sum, member) => sum + memberShare(member), 0) / progress.members.length
  }
  if (progress.kind === 'runtime') return runtimeShare(progress)
  return progress.total ? Math.min(1, progress.done / progress.total) : null
}

/** The downloads are most of it; how many there are is known after the first. */
function runtimeShare({ phase, number, of, done, total }: RuntimeProgress): number | null {
  if (phase === 'checking') return 0.98
  if (number === null || of === null) return null
  const wheels = (number - 1 + (total ? Math.min(1, done / total) : 0)) / of
  return phase === 'unpacking' ? 0.8 + 0.18 * wheels : 0.8 * wheels
}

/** Reading all images with the trained network is the small rest. */
export function memberShare({ state, phase, step, steps }: MemberProgress): number {
  if (state === 'done') return 1
  return phase === 'encoding' ? 0.97 : steps > 0 ? 0.97 * Math.min(1, step / steps) : 0
}
