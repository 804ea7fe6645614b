import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ComputeDevice } from '../../../contract/settings.ts'
import { deviceOption } from '../../options/deviceOption.ts'

/** Which study: a file, or one that comes with Lacuna, whole or small, with its own seeds or others; and what trains it. */
export interface WhichStudy { quick?: boolean; seeds?: number[]; device?: ComputeDevice }

export function addStudyOptions(command: Command): Command {
  return command
    .addOption(new Option('--quick', 'a small version of a study that comes with Lacuna: a table in minutes'))
    .addOption(new Option('--seeds <list>', 'other seeds than those of the file: 1,2,3').argParser(seedList))
    .addOption(deviceOption())
}

/** Seeds with commas between them. */
function seedList(text: string): number[] {
  const seeds = text.split(',').map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN))
  if (seeds.every(Number.isSafeInteger)) return [...new Set(seeds)]
  throw new InvalidArgumentError('Whole numbers with commas between them are expected (1,2,3).')
}
