import type { TrainingLogLine } from '../../../main/contract/training.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** When, to the second; the day is told where it is not today. */
export function timeOf({ at }: TrainingLogLine, today = new Date()): string {
  const then = new Date(at)
  return then.toDateString() === today.toDateString() ? clock.format(then) : `${day.format(then)} ${clock.format(then)}`
}

export const whoOf = ({ member }: TrainingLogLine): string => (member === null ? 'Ensemble' : `Member ${member + 1}`)

/** The log as text to be copied: a line each, with the whole time. */
export function logText(name: string, lines: TrainingLogLine[]): string {
  const text = lines.map((line) => `${line.at}  ${whoOf(line).padEnd(10)}  ${line.text}`)
  return [`Log of ${name}`, ...text, ''].join('\n')
}
