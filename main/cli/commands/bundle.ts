import type { Command } from 'commander'
import { absolute } from '../callerFolder.ts'
import { bytes } from '../output/format.ts'
import { printJson, printResult } from '../output/streams.ts'
import { follow } from '../progress/follow.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand } from './defineCommand.ts'

interface Options { out: string; pixels: boolean; allScores?: boolean; json?: boolean }

/** `bundle`: a score as one file that can be verified and opened on another machine. */
export function defineBundle(program: Command): void {
  defineCommand(program, 'bundle <score>', {
    summary: 'write a score with all that it rests on into one file, to be verified and opened elsewhere',
    examples: ['bundle 9 --out shirts.lacuna', 'bundle 9 --out shirts.lacuna --no-pixels'],
  })
    .requiredOption('--out <file>', 'the file, ending in .lacuna')
    .option('--no-pixels', 'leave the pixels out: who verifies or opens it needs the images')
    .option('--all-scores', 'with every other score of the ensemble')
    .action(async (score: string, { out, pixels, allScores, json }: Options) => {
      const [scoreId, file] = [numberOf('score', score), absolute(out)]
      const { result } = await withEngine(async (session) =>
        follow(session, (await session.api.bundles.make({ scoreId, file, withPixels: pixels, allScores })).jobId))
      if (json) printJson(result)
      else printResult(`${file}: ${bytes(Number(result!.bytes))}.`)
    })
}
