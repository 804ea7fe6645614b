import { type Command, Option } from 'commander'
import type { ImportOptions } from '../../contract/imageSets.ts'
import { imageSize, splitShares, wholeNumber } from './values.ts'
import type { ImageSize, SplitShares } from './values.ts'

export interface TypedImportOptions {
  size?: ImageSize
  colour?: 'grey' | 'rgb'
  fit?: 'fit' | 'crop' | 'stretch'
  split?: SplitShares
  splitSeed?: number
  unlabelled?: boolean
}

/** Adds the options that say how images are read and divided. */
export function addImportOptions(command: Command): Command {
  const options = [
    new Option(
      '--size <size>',
      'size the networks see: a side, or WIDTHxHEIGHT (default: from the data)',
    ).argParser(imageSize),
    new Option('--colour <name>', 'default: from the data').choices(['grey', 'rgb']),
    new Option('--fit <name>', 'how images of other proportions are made to fit (default: "fit")').choices([
      'fit',
      'crop',
      'stretch',
    ]),
    new Option(
      '--split <shares>',
      'validation and test shares where the source gives none (default: 0.1,0.2)',
    ).argParser(splitShares),
    new Option('--split-seed <n>', 'seed of that split (default: 1)').argParser(wholeNumber(0)),
    new Option('--unlabelled', 'take every image under the folder, without classes'),
  ]
  for (const one of options) command.addOption(one.helpGroup('Images:'))
  return command
}

/** What is asked of the import, beside its source and project. */
export function importOptions(typed: TypedImportOptions): Omit<ImportOptions, 'source'> {
  const { size, colour, fit, split, splitSeed, unlabelled } = typed
  const divided =
    split || splitSeed !== undefined
      ? { validation: 0.1, test: 0.2, ...split, seed: splitSeed ?? 1 }
      : undefined
  return { size, colour, fit, unlabelled, split: divided }
}
