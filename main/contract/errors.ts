import { z } from 'zod'

/** What every failed call answers: what happened and where, and what to do about it. */
export const Failure = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() })
export type Failure = z.infer<typeof Failure>

/** The typed errors of the contract, each a value with code, message and hint. */
export const failures = {
  NOT_FOUND: { status: 404, data: Failure },
  BAD_INPUT: { status: 422, data: Failure },
  CONFLICT: { status: 409, data: Failure },
  UNAVAILABLE: { status: 503, data: Failure },
} as const

export type FailureCode = keyof typeof failures

/** Whatever writes may meet this, in any process. */
export const diskFull: Failure = {
  code: 'DISK_FULL',
  message: 'The disk is full: there was no space left for what the job wrote.',
  hint: 'Free some space, or point LACUNA_HOME at a larger disk, and start again: what is done is kept.',
}

/** Thrown inside the engine and by its client; at the contract it becomes the typed error of its code. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure'
  readonly code: FailureCode
  readonly hint: string | null

  constructor(code: FailureCode, message: string, hint: string | null = null) {
    super(message)
    this.code = code
    this.hint = hint
  }

  get failure(): Failure {
    return { code: this.code, message: this.message, hint: this.hint }
  }
}
