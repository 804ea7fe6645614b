import { ORPCError, ValidationError } from '@orpc/server'
import { contractVersion } from '../../contract/contract.ts'
import { EngineFailure, failures, type FailureCode } from '../../contract/errors.ts'
import { asFailure, isUnexpected } from '../../jobs/queue/failures.ts'
import type { Log } from '../../jobs/queue/job.ts'

/**
 * What a call brings along beside its input: the caller's contract version, and whether it comes out of a
 * browser.
 */
export interface CallContext { contract: string | null; isPage: boolean }

interface Call { context: CallContext; path: readonly string[]; next(): Promise<unknown> }

/**
 * Makes every error of a call one of the contract's typed ones: a failure as it is, an input that does not
 * fit as BAD_INPUT. What nobody foresaw goes into the log with its stack, and its caller gets a sentence.
 */
export function answerErrors(log: Log) {
  return async ({ context, path, next }: Call): Promise<unknown> => {
    try {
      checkContract(context.contract)
      return await next()
    } catch (error) {
      const known = error instanceof ORPCError ? fromValidation(error) : error
      if (isUnexpected(known)) log.error({ err: error, procedure: path.join('.') }, 'A call failed unexpectedly.')
      throw typed(known)
    }
  }
}

function checkContract(theirs: string | null): void {
  if (theirs === contractVersion) return
  const what = theirs === null ? 'does not say which version of the contract it speaks' : `speaks version ${theirs} of the contract`
  throw new EngineFailure('CONFLICT', `The caller ${what}, and this engine speaks version ${contractVersion}.`,
    'Two versions of Lacuna are in use: close the older one (a running engine ends by itself when nobody uses it).')
}

function typed(error: unknown): ORPCError<string, unknown> {
  const data = asFailure(error)
  if (!(data.code in failures)) return new ORPCError('INTERNAL_SERVER_ERROR', { message: data.message, data })
  const code = data.code as FailureCode
  return new ORPCError(code, { status: failures[code].status, message: data.message, data })
}

/** A sentence for input that does not fit its schema; anything else as it is. */
function fromValidation(error: ORPCError<string, unknown>): unknown {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return error
  const [issue] = error.cause.issues
  const place = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part)).join('.')
  return new EngineFailure('BAD_INPUT', `${place || 'The input'} does not fit: ${issue.message}.`)
}
