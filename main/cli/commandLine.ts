import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { visible } from '../reports/text.ts'
import { exitCodes } from './exitCodes.ts'
import { explain } from './failures.ts'
import { endQuietlyWithReader, note, paint, printJson } from './output/streams.ts'
import { lacunaProgram } from './program.ts'

/** Runs one command. The process ends with `process.exitCode` once everything is written. */
export async function runCommandLine(args: string[]): Promise<void> {
  endQuietlyWithReader()
  try {
    await lacunaProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = end(error, args.includes('--json'))
  }
}

/** Tells of a failure: a sentence and a hint, and with `--json` also one document on standard output. */
function end(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.fine
  const { code, message, hint, exitCode } = explain(error)
  // What commander throws, it has told of itself.
  if (!(error instanceof CommanderError)) tell(message, hint, error)
  if (json) printJson({ error: { code, message, hint } })
  return exitCode
}

function tell(message: string, hint: string | null, error: unknown): void {
  note(`${paint('red', 'lacuna:')} ${visible(message)}`)
  if (hint) note(`        ${visible(hint)}`)
  if (process.env.LACUNA_DEBUG === '1') note(inspect(error))
}
