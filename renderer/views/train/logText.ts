import type { TrainingLogLine } from '../../../main/contract/training.ts'

export const whoOf = ({ member }: TrainingLogLine): string => (member === null ? 'Ensemble' : `Member ${member + 1}`)

/** The log as text to be copied: a line each, with the whole time. */
export function logText(name: string, lines: TrainingLogLine[]): string {
  const text = lines.map((line) => `${line.at}  ${whoOf(line).padEnd(10)}  ${line.text}`)
  return [`Log of ${name}`, ...text, ''].join('\n')
}
