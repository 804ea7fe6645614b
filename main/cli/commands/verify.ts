import type { Command } from 'commander'
import type { Verified } from '../../contract/bundles.ts'
import { absolute } from '../callerFolder.ts'
import { exitCodes } from '../exitCodes.ts'
import { CommandFailure, explain } from '../failures.ts'
import { verifiedText } from '../output/verifiedText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { withPassingEngine } from '../passingEngine.ts'
import { defineCommand } from './defineCommand.ts'

/** `verify`: whether a bundle gives its scores again. It needs no workspace, and leaves none. */
export function defineVerify(program: Command): void {
  defineCommand(program, 'verify <bundle>', {
    summary: 'check a bundle byte by byte, score its images anew, and say what is identical and what is not',
    examples: ['verify shirts.lacuna', 'verify shirts.lacuna --images shirts --json'],
  })
    .option('--images <dir>', 'read the images from there, and compare them and their pixels too')
    .addHelpText('after', `\nEnds with ${exitCodes.fine} where all is identical (or, on another machine, within the tolerance), with `
      + `${exitCodes.failed} where it\nis not, and with ${exitCodes.unreadable} where the bundle is refused or cannot be scored.`)
    .action(async (source: string, { images, json }: { images?: string; json?: boolean }) => {
      const verified = await verify(await existingSource(source), images === undefined ? undefined : absolute(images))
      if (json) printJson(verified)
      else printResult(verifiedText(verified))
      process.exitCode = verified.verdict === 'differs' ? exitCodes.failed : exitCodes.fine
    })
}

async function verify(file: string, images: string | undefined): Promise<Verified> {
  try {
    return await withPassingEngine(async (session) => {
      const { result } = await follow(session, (await session.api.bundles.verify({ file, images })).jobId)
      return result as Verified
    })
  } catch (error) {
    const { code, message, hint, exitCode } = explain(error)
    throw new CommandFailure(message, hint, exitCode === exitCodes.failed ? exitCodes.unreadable : exitCode, code)
  }
}
