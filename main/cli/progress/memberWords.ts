import type { MemberProgress } from '../../contract/jobs.ts'
import { duration } from '../../reports/text.ts'
import { count, figure } from '../output/format.ts'

/** What a member is doing, as separate pieces: state or epoch, loss, speed, time left. */
export function memberWords(member: MemberProgress): string[] {
  const { state, phase, epoch, epochs, loss, imagesPerSecond, secondsLeft, reason } = member
  if (state !== 'running') return [state, ...(reason ? [reason] : [])]
  if (phase !== 'training')
    return [phase === 'starting' ? 'starting' : 'reading all images with the trained network']
  return [
    `epoch ${epoch}/${epochs}`,
    ...(loss === null ? [] : [`loss ${figure(loss)}`]),
    ...(imagesPerSecond === null ? [] : [`${count(Math.round(imagesPerSecond))} images/s`]),
    ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
  ]
}

/** How much of its training a member has done, 0 to 1. */
export function memberShare({ state, phase, step, steps }: MemberProgress): number {
  if (state === 'done' || phase === 'encoding' || phase === 'done') return 1
  return steps > 0 ? step / steps : 0
}
