import type { CurvePoint, Ensemble, Member } from '../../../main/contract/ensembles.ts'
import type { Job, MemberProgress } from '../../../main/contract/jobs.ts'
import { memberShare } from '../../../main/contract/progressShare.ts'
import { count, duration, score } from '../../format.ts'

/** A line of the members' table. */
export interface MemberRow {
  index: number
  state: Member['state']
  share: number
  words: string
  rate: string
  left: string
  loss: string
  reason: string | null
}

/** What is stored of each member, and on top of it what its training tells right now. */
export function memberRows({ members }: Ensemble, job: Job | null, curves: CurvePoint[][]): MemberRow[] {
  const told = job?.progress?.kind === 'train' ? job.progress.members : []
  return members.map((member) => {
    const live = told.find(({ index }) => index === member.index)
    const state = live?.state ?? member.state
    const progress = live && state !== 'done' ? live : null
    const isRunning = progress !== null && state === 'running'
    return {
      index: member.index,
      state,
      reason: live?.reason ?? member.reason,
      share: state === 'done' ? 1 : progress ? memberShare(progress) : 0,
      words: words(member, state, progress),
      rate:
        isRunning && progress.imagesPerSecond
          ? `${count(Math.round(progress.imagesPerSecond))} images/s`
          : '',
      left: isRunning && progress.secondsLeft !== null ? `${duration(progress.secondsLeft)} left` : '',
      loss: lastLoss(curves[member.index] ?? [], progress),
    }
  })
}

function words(member: Member, state: Member['state'], progress: MemberProgress | null): string {
  if (state === 'done')
    return member.reused
      ? 'trained before'
      : member.seconds === null
        ? 'done'
        : `done in ${duration(member.seconds)}`
  if (state === 'waiting' || state === 'cancelled' || state === 'failed')
    return { waiting: 'waits', cancelled: 'cancelled', failed: 'failed' }[state]
  if (!progress || progress.steps === 0) return state === 'paused' ? 'paused' : 'starting'
  if (progress.phase === 'encoding') return 'reading all images'
  const epoch = `epoch ${count(Math.max(1, progress.epoch))} of ${count(progress.epochs)}`
  const at = `${epoch}, step ${count(progress.step)} of ${count(progress.steps)}`
  return state === 'paused' ? `paused at ${at}` : at
}

function lastLoss(curve: CurvePoint[], progress: MemberProgress | null): string {
  const loss = progress?.loss ?? curve.at(-1)?.loss
  return loss === undefined ? '' : score(loss)
}
