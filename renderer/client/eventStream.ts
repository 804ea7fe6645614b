import { ORPCError } from '@orpc/client'
import type { EngineEvent } from '../../main/contract/jobs.ts'
import type { EngineApi } from './engine.ts'
import { away, type Failure, failureOf } from './failure.ts'

export type News = Exclude<EngineEvent, { type: 'missed' }>

/** Who is told what becomes of the stream. */
export interface EventListener {
  /** The engine answers. `fresh`: what happened before is not told, so everything must be asked for. */
  joined(fresh: boolean): void
  event(event: News): void
  /** The engine is gone, or was never there; it is tried again. */
  away(failure: Failure): void
  /** The engine speaks another version of the contract than this page. */
  different(failure: Failure): void
}

const pauses = [250, 500, 1000, 2000]

/**
 * The window's one stream of events: it joins, catches up from the last number it saw, and joins again
 * whenever it breaks, until the signal is given.
 */
export async function followEvents(
  api: EngineApi,
  listener: EventListener,
  signal: AbortSignal,
): Promise<void> {
  let last: number | undefined
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const events = await api.jobs.events({ after: last }, { signal })
      listener.joined(last === undefined)
      attempt = 0
      for await (const event of events) {
        last = event.seq
        if (event.type === 'missed') listener.joined(true)
        else listener.event(event)
      }
      if (!signal.aborted) listener.away(away)
    } catch (error) {
      if (!signal.aborted) tell(listener, error)
    }
    await pause(pauses[Math.min(attempt, pauses.length - 1)], signal)
  }
}

/**
 * The stream asks for nothing that could be in conflict, but for the version of the contract. Where it
 * breaks off half-way that shows as a TypeError.
 */
function tell(listener: EventListener, error: unknown): void {
  const isOther = error instanceof ORPCError && error.code === 'CONFLICT'
  if (isOther) listener.different(failureOf(error))
  else listener.away(error instanceof TypeError ? away : failureOf(error))
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
