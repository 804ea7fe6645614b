import { ORPCError } from '@orpc/client'
import type { Failure } from '../../main/contract/errors.ts'
import { t } from '../words/words.ts'
import { desktopHost } from './host.ts'

export type { Failure }

/** Nobody answered: the engine, or whoever stands before it, is not there. */
export const away: Failure = {
  code: 'AWAY',
  message: t("Lacuna's engine does not answer."),
  hint: desktopHost()
    ? t('It is started again, and what was begun goes on then.')
    : t('What was begun goes on when it is back. Is “npm start” still running?'),
}

/** Any error as what a screen shows: a sentence, and what to do about it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError && isFailure(error.data)) return error.data
  if (isFailure(error)) return error
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'UNEXPECTED',
    message: t('Something went wrong: {message}', { message }),
    hint: t('Reload the window; should it happen again, report it.'),
  }
}

function isFailure(value: unknown): value is Failure {
  const { code, message } = (value ?? {}) as Partial<Failure>
  return typeof code === 'string' && typeof message === 'string' && 'hint' in (value as object)
}

/** The failure that a route answered with in place of numbers or a picture. */
export async function failureInResponse(response: Response): Promise<Failure> {
  const said: unknown = await response.json().catch(() => null)
  if (isFailure(said)) return said
  return {
    code: 'UNAVAILABLE',
    message: t('The engine answered with {status}.', { status: `${response.status} ${response.statusText}` }),
    hint: t('Reload the window.'),
  }
}

/** A picture cannot say why it is not there: the answer is asked for again, in words. Null where it is there now. */
export function failureOfPicture(
  fetch: (request: Request) => Promise<Response>, address: string,
): Promise<Failure | null> {
  return fetch(new Request(address)).then((response) => (response.ok ? null : failureInResponse(response)), failureOf)
}
