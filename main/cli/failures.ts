import { CommanderError } from 'commander'
import type { Failure } from '../contract/errors.ts'
import { exitCodes } from './exitCodes.ts'

/** A failure that the command line itself found, with its exit code. */
export class CommandFailure extends Error {
  readonly code: string
  readonly hint: string | null
  readonly exitCode: number

  constructor(
    message: string,
    hint: string | null = null,
    exitCode: number = exitCodes.failed,
    code = 'FAILED',
  ) {
    super(message)
    this.code = code
    this.hint = hint
    this.exitCode = exitCode
  }
}

/** Something that was typed cannot be meant: nothing was done. */
export function usageFailure(message: string, hint: string | null = null): CommandFailure {
  return new CommandFailure(message, hint, exitCodes.usage, 'USAGE')
}

/** The user asked to stop. */
export class Interrupted extends CommandFailure {
  constructor(message = 'Cancelled.', exitCode: number = exitCodes.interrupted) {
    super(message, null, exitCode, 'CANCELLED')
  }
}

export interface Explained extends Failure {
  exitCode: number
}

/**
 * What to tell of any error: a failure as it came from the engine or
 * was written here, anything else by its message.
 */
export function explain(error: unknown): Explained {
  if (error instanceof CommanderError) return fromCommander(error)
  const told = [(error as { data?: unknown }).data, error].find(isFailure)
  if (!told) return unexpected(error)
  const { code, message, hint } = told
  return {
    code,
    message,
    hint,
    exitCode: error instanceof CommandFailure ? error.exitCode : exitCodes.failed,
  }
}

/**
 * The engine's failures lie in the `data` of the errors of its calls; our own errors are failures themselves.
 */
function isFailure(value: unknown): value is Failure {
  const { code, message, hint } = (value ?? {}) as Partial<Record<keyof Failure, unknown>>
  return (
    typeof code === 'string' && typeof message === 'string' && (typeof hint === 'string' || hint === null)
  )
}

function fromCommander({ message }: CommanderError): Explained {
  return { code: 'USAGE', message: message.replace(/^error: /, ''), hint: null, exitCode: exitCodes.usage }
}

function unexpected(error: unknown): Explained {
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'UNEXPECTED',
    message: message || 'Something went wrong that has no name.',
    hint: 'Set LACUNA_DEBUG=1 to see where it happened.',
    exitCode: exitCodes.failed,
  }
}
