import { DivergedError } from '../models/trainingWatch.ts'

/** An error that is told to people: what happened, and what to do about it. */
class MemberFailure extends Error {
  readonly code: string
  readonly hint: string | null

  constructor(code: string, message: string, hint: string | null) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

/** Gives the known ways in which a training fails their sentence; any other error is returned as it is. */
export function memberFailure(error: unknown): unknown {
  if (error instanceof DivergedError) {
    return new MemberFailure('DIVERGED', error.message, 'Lower the learning rate, or train with the one-cycle schedule.')
  }
  const message = error instanceof Error ? error.message : ''
  if (/OOM|ResourceExhausted|out of memory|failed to allocate/i.test(message)) {
    return new MemberFailure('OUT_OF_MEMORY', 'There was not enough memory for a batch of images.', 'Make the batch or the image size smaller, or train fewer members at once.')
  }
  return error
}
