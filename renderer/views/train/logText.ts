import type { TrainingLogLine } from '../../../main/contract/training.ts'
import { memberName } from '../../words/memberName.ts'
import { t } from '../../words/words.ts'

export const whoOf = ({ member }: TrainingLogLine): string =>
  member === null ? t('Ensemble') : memberName(member)

/** The log as text to be copied: a line each, with the whole time. */
export function logText(name: string, lines: TrainingLogLine[]): string {
  const text = lines.map((line) => `${line.at}  ${whoOf(line).padEnd(10)}  ${line.text}`)
  return [t('Log of {name}', { name }), ...text, ''].join('\n')
}
