import { EngineFailure } from '../contract/errors.ts'

/** The engine ended, or was killed, while it was being asked: what became of the call is not known. */
export class ConnectionLost extends EngineFailure {
  constructor(cause: unknown) {
    super('UNAVAILABLE', 'Lacuna\'s engine ended before it answered.', 'Try again: another one is started.')
    this.cause = cause
  }
}

export function lostConnection(error: unknown): Error {
  return error instanceof EngineFailure ? error : new ConnectionLost(error)
}

/** Whether nobody was there to take the call, so that it can be made again. */
export function isRefused(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code === 'ECONNREFUSED' || code === 'ENOENT' || (cause !== undefined && isRefused(cause))
}
