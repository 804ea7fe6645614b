import type { Job, JobProgress, MemberProgress } from '../../contract/jobs.ts'
import { visible } from '../../reports/text.ts'
import { count } from '../output/format.ts'
import { memberWords } from './memberWords.ts'
import { phaseWords } from './phases.ts'
import { studyWords } from './studyWords.ts'

type Phased = Exclude<JobProgress, { kind: 'train' }>

const sameSubject = 5_000
const heartbeat = 10_000

/**
 * Decides which moments of a job get a line where nobody can watch a bar: each phase and each change of a
 * member's state at once, a member's epochs at most every five seconds, and a sign of life every ten.
 */
export class PlainLines {
  #phase = ''
  #last = -Infinity
  readonly #members = new Map<number, { state: string; epoch: number; at: number }>()

  /** @param now milliseconds of any steady clock */
  of(job: Job, now: number): string[] {
    const lines = this.#started(job)
    if (job.progress?.kind === 'train')
      lines.push(...job.progress.members.flatMap((member) => this.#member(member, now)))
    else if (job.progress && job.state === 'running') lines.push(...this.#phased(job.progress, now))
    return lines.map(visible)
  }

  #started({ state, title }: Job): string[] {
    if (this.#phase !== '' || state !== 'running') return []
    this.#phase = 'started'
    return [title]
  }

  #phased(progress: Phased, now: number): string[] {
    const { done, total } = progress
    const words = phaseWords(progress)
    if (words === this.#phase && now - this.#last < heartbeat) return []
    const amount = total ? ` ${count(done)}/${count(total)}` : done > 0 ? ` ${count(done)}` : ''
    this.#phase = words
    this.#last = now
    return [[`  ${words}${amount}`, ...studyWords(progress)].join(', ')]
  }

  #member(member: MemberProgress, now: number): string[] {
    const before = this.#members.get(member.index) ?? { state: 'waiting', epoch: 0, at: -Infinity }
    const state = member.state === 'running' ? member.phase : member.state
    const due = state !== before.state || (member.epoch > before.epoch && now - before.at >= sameSubject)
    if (!due) return []
    this.#members.set(member.index, { state, epoch: member.epoch, at: now })
    return [`  member ${member.index}: ${memberWords(member).join(', ')}`]
  }
}
