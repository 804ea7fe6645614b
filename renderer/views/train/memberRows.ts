import type { CurvePoint, Ensemble, Member } from '../../../main/contract/ensembles.ts'
import type { Job, MemberProgress } from '../../../main/contract/jobs.ts'
import { memberShare } from '../../../main/contract/progressShare.ts'
import { duration, score } from '../../format.ts'
import { t } from '../../words/words.ts'

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
          ? t('{images} images/s', { images: Math.round(progress.imagesPerSecond) })
          : '',
      left: isRunning && progress.secondsLeft !== null ? t('{time} left', { time: duration(progress.secondsLeft) }) : '',
      loss: lastLoss(curves[member.index] ?? [], progress),
    }
  })
}

function words(member: Member, state: Member['state'], progress: MemberProgress | null): string {
  if (state === 'done')
    return member.reused
      ? t('trained before')
      : member.seconds === null
        ? t('done')
        : t('done in {time}', { time: duration(member.seconds) })
  if (state === 'waiting' || state === 'cancelled' || state === 'failed')
    return { waiting: t('waits'), cancelled: t('cancelled'), failed: t('failed') }[state]
  if (!progress || progress.steps === 0) return state === 'paused' ? t('paused') : t('starting')
  if (progress.phase === 'encoding') return t('reading all images')
  const { epochs, step, steps } = progress
  const values = { epoch: Math.max(1, progress.epoch), epochs, step, steps }
  return state === 'paused'
    ? t('paused at epoch {epoch} of {epochs}, step {step} of {steps}', values)
    : t('epoch {epoch} of {epochs}, step {step} of {steps}', values)
}

function lastLoss(curve: CurvePoint[], progress: MemberProgress | null): string {
  const loss = progress?.loss ?? curve.at(-1)?.loss
  return loss === undefined ? '' : score(loss)
}
