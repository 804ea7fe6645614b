import type { Job } from '../../contract/jobs.ts'
import { memberWords } from '../progress/memberWords.ts'
import { phaseWords } from '../progress/phases.ts'
import { details } from './details.ts'
import { count, moment } from './format.ts'

/** A job for people: what it is, how far it is, and how it ended. */
export function jobText(job: Job): string {
  const { error, progress } = job
  return details([
    ['job', String(job.id)],
    ['title', job.title],
    ['kind', job.kind],
    ['state', job.state],
    ['created', moment(job.created)],
    ['ended', job.ended && moment(job.ended)],
    ...(job.state === 'done' ? [] : progressEntries(progress)),
    ['error', error?.message],
    ['hint', error?.hint],
  ])
}

function progressEntries(progress: Job['progress']): [string, string][] {
  if (!progress) return []
  if (progress.kind === 'train') {
    return progress.members.map((member) => [`member ${member.index}`, memberWords(member).join(', ')])
  }
  const { done, total } = progress
  return [
    ['progress', `${phaseWords(progress)}, ${count(done)}${total === null ? '' : ` of ${count(total)}`}`],
  ]
}
