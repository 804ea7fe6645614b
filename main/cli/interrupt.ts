import { exitCodes } from './exitCodes.ts'
import { Interrupted } from './failures.ts'

/** Hears Ctrl+C and the wish of the system to end. */
export interface Interrupt {
  /** Aborted by the first Ctrl+C, with the `Interrupted` failure to end with as its reason. */
  readonly signal: AbortSignal
  release(): void
}

/**
 * The first Ctrl+C aborts the signal, so that what runs is cancelled neatly; a second one ends the process at
 * once.
 */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController()
  const hear = (signal: NodeJS.Signals) => {
    const exitCode = signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted
    if (controller.signal.aborted) process.exit(exitCode)
    controller.abort(new Interrupted('Cancelled.', exitCode))
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
  return { signal: controller.signal, release: () => void process.off('SIGINT', hear).off('SIGTERM', hear) }
}
