import type { StudyCost } from '../../contract/studies.ts'
import { duration } from '../../reports/text.ts'
import { count, counted } from './format.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** One line: what is left of a study, and how long that trains. */
export function costLine({ cells, done, members, hours, early }: StudyCost): string {
  const left = `${counted(cells, 'cell')}, ${count(done)} of them done, ${counted(members, 'member')} to train`
  if (members === 0) return `${left}.`
  const time = `${early ? 'at most ' : ''}about ${duration(hours * 3600)}`
  return `${left}: ${time} of training on this machine; scoring comes on top.`
}

const armWords = ({ arm, varied }: StudyCost['arms'][number]) =>
  [arm, ...Object.entries(varied).map((pair) => pair.join(' '))].join(', ')

/** The line, and the same arm by arm. */
export function costText(cost: StudyCost): string {
  if (cost.arms.length === 0) return costLine(cost)
  const arms = table(cost.arms, [
    { header: 'arm', text: armWords },
    { header: 'members', text: ({ members }) => count(members), right: true },
    { header: 'steps', text: ({ steps }) => count(steps), right: true },
    { header: 'ms a step', text: ({ millisecondsPerStep }) => millisecondsPerStep.toFixed(1), right: true },
    { header: 'measured', text: ({ measured }) => (measured === 'before' ? 'in trainings before' : 'just now') },
    { header: 'time', text: ({ hours }) => duration(hours * 3600), right: true },
  ], resultWidth())
  return `${heading(arms)}\n\n${costLine(cost)}`
}
