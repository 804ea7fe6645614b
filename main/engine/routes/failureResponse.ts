import type { Context } from 'hono'
import { EngineFailure, type FailureCode, failures } from '../../contract/errors.ts'
import { asFailure, isUnexpected } from '../../jobs/queue/failures.ts'
import type { Log } from '../../jobs/queue/job.ts'

/** A failure as JSON with its status; what nobody foresaw goes into the log with its stack. */
export function failureResponse(error: unknown, context: Context, log: Log): Response {
  const failure = asFailure(error)
  if (isUnexpected(error)) log.error({ err: error, path: context.req.path }, 'A request failed unexpectedly.')
  const status = failures[failure.code as FailureCode]?.status ?? 500
  return Response.json(failure, { status, headers: { 'cache-control': 'no-store' } })
}

/** What is told of an address that names nothing. */
export function nothingHere(path: string): EngineFailure {
  return new EngineFailure('NOT_FOUND', `There is nothing at ${path.slice(0, 200)}.`)
}
