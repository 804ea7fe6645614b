import { diskFull, EngineFailure, type Failure } from '../../contract/errors.ts'

const diskFullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/**
 * What to tell people of an error: a failure as it is, a full disk as such, and of anything else its message.
 */
export function asFailure(error: unknown): Failure {
  if (error instanceof EngineFailure) return error.failure
  const { code, message } = error as { code?: string; message?: string }
  if (code && diskFullCodes.has(code)) return diskFull
  return {
    code: 'UNEXPECTED', message: `Something went wrong inside Lacuna: ${message ?? String(error)}.`,
    hint: 'The details are in the folder "logs" of the workspace.',
  }
}

/** Whether an error is one of ours to look into, and belongs into the log with its stack. */
export function isUnexpected(error: unknown): boolean {
  return asFailure(error).code === 'UNEXPECTED'
}

/** A failure in one piece: what happened, and what to do. */
export function sentences({ message, hint }: Pick<Failure, 'message' | 'hint'>): string {
  return hint ? `${message} ${hint}` : message
}
