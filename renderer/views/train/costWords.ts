import type { TrainingCost } from '../../../main/contract/training.ts'
import { bytes as size, duration } from '../../format.ts'
import { t } from '../../words/words.ts'

/** What a training takes, in a few words; null where the time is not known. */
export function costWords({ members, reused, seconds, early, bytes }: TrainingCost): string | null {
  if (members === 0)
    return reused === 1
      ? t('No time: this member was trained before.')
      : t('No time: all {members} members were trained before.', { members: reused })
  if (seconds === null) return null
  const values = { time: duration(seconds), size: size(bytes) }
  return early ? t('At most about {time}, {size}', values) : t('About {time}, {size}', values)
}

/** Where the figure comes from. */
export function sourceWords({ pace }: TrainingCost): string {
  if (!pace) return ''
  return pace.measured === 'now'
    ? t('(measured on this machine just now)') : t('(as measured in trainings before on this machine)')
}

/** How it comes to that. */
export function detailWords({ members, reused, atOnce, threads, pace, parameters }: TrainingCost): string {
  const before = t(
    '{members} to train, {n} member trained before | {members} to train, {n} members trained before', reused, { members })
  const side = atOnce > 1
    ? t('{atOnce} at a time with {n} thread each | {atOnce} at a time with {n} threads each', threads, { atOnce })
    : t('{n} thread | {n} threads', threads)
  const time = pace?.millisecondsPerStep.toFixed(pace.millisecondsPerStep < 10 ? 1 : 0)
  const each = time === undefined ? [] : [t('{time} ms a step', { time })]
  const weights = t('{n} parameter a member. | {n} parameters a member.', parameters)
  return [...(members > 0 && reused > 0 ? [before] : []), side, ...each, weights].join('; ')
}

/** That the disk has too little room; null where it has enough. Checkpoints need some while members are trained. */
export function roomWords({ bytes, freeBytes, parameters, atOnce }: TrainingCost): string | null {
  const needed = bytes + 4 * 4 * parameters * atOnce
  if (freeBytes > needed) return null
  return t("Only {free} are free on the workspace's disk, and {needed} are needed: free some space first.",
    { free: size(freeBytes), needed: size(needed) })
}
