import type { TrainingCost } from '../../../main/contract/training.ts'
import { bytes as size, count, counted, duration } from '../../format.ts'

/** What a training takes, in a few words; null where the time is not known. */
export function costWords({ members, reused, seconds, early, bytes }: TrainingCost): string | null {
  if (members === 0) return reused === 1 ? 'No time: this member was trained before.' : `No time: all ${count(reused)} members were trained before.`
  if (seconds === null) return null
  return `${early ? 'At most about' : 'About'} ${duration(seconds)}, ${size(bytes)}`
}

/** Where the figure comes from. */
export function sourceWords({ pace }: TrainingCost): string {
  if (!pace) return ''
  return pace.measured === 'now' ? '(measured on this machine just now)' : '(as measured in trainings before on this machine)'
}

/** How it comes to that. */
export function detailWords({ members, reused, atOnce, threads, pace, parameters }: TrainingCost): string {
  const before = members > 0 && reused > 0 ? `${count(members)} to train, ${counted(reused, 'member')} trained before; ` : ''
  const side = atOnce > 1 ? `${count(atOnce)} at a time with ${counted(threads, 'thread')} each` : counted(threads, 'thread')
  const each = pace ? `; ${pace.millisecondsPerStep.toFixed(pace.millisecondsPerStep < 10 ? 1 : 0)} ms a step` : ''
  return `${before}${side}${each}; ${counted(parameters, 'parameter')} a member.`
}

/** That the disk has too little room; null where it has enough. Checkpoints need some while members are trained. */
export function roomWords({ bytes, freeBytes, parameters, atOnce }: TrainingCost): string | null {
  const needed = bytes + 4 * 4 * parameters * atOnce
  if (freeBytes > needed) return null
  return `Only ${size(freeBytes)} are free on the workspace's disk, and ${size(needed)} are needed: free some space first.`
}
