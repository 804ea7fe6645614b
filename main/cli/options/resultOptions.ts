import { type Command, Option } from 'commander'
import { gathered, wholeNumber } from './values.ts'

export interface ResultOptions {
  detector?: string[]
  encoder?: string
  top?: number
}

/** Adds the options that say how images are scored and shown. */
export function addResultOptions(command: Command): Command {
  const options = [
    new Option(
      '--detector <id>',
      'how images are scored, see "lacuna detectors" (repeatable; the first is reported in '
        + 'the folder itself, the others in folders of their names)',
    ).argParser(gathered),
    new Option('--encoder <name>', 'the encoder that detectors of features read, see "lacuna encoder"'),
    new Option('--top <n>', 'images on the page (default: 60)').argParser(wholeNumber(1, 2000)),
  ]
  for (const one of options) command.addOption(one.helpGroup('Results:'))
  return command
}
