import type { Device } from '../compute/device.ts'
import type { Checkpoint } from '../models/checkpoint.ts'
import { epochsOf, type MemberRun, stepsOf } from '../models/memberRun.ts'
import { counted } from '../reports/text.ts'

/** What the log of a training says of a member's worker: on what it computes, and where it begins. */
export function beginNote({ name, runtime, threads }: Device, run: MemberRun, from: Checkpoint | null): string {
  const where = `on ${name} with ${counted(threads, 'thread')}, ${runtime}`
  const steps = epochsOf(run) * stepsOf(run)
  if (from) return `Goes on from step ${from.step} of ${steps}, in epoch ${from.epoch + 1}, ${where}.`
  return `Starts ${where}: ${counted(run.images.train.length, 'image')}, at most ${counted(steps, 'step')}.`
}

/** What a member's record says of what trained it, with why that was the processor where a card was meant. */
export function deviceText({ name, runtime, fallback }: Device): string {
  return `${name}, ${runtime}${fallback === null ? '' : `. ${fallback}`}`
}

/** That a member stopped before its last epoch, and which weights it keeps; null where it did not. */
export function earlyNote(run: MemberRun, { epoch, best }: Checkpoint): string | null {
  if (epoch >= epochsOf(run)) return null
  const still = `${counted(best.since, 'epoch')} without progress on the validation images`
  return `Stopped early after epoch ${epoch} of ${epochsOf(run)}: ${still}. The weights of epoch ${best.epoch} are kept.`
}
