import type { WebContents } from 'electron'
import type { HostLog } from './hostLog.ts'

/** So many ends in so short a time are no accident, and another start would be the next of them. */
const most = 3
const within = 60_000

/** Loads the page again, where it was, when its process has died. */
export class Revival {
  readonly #log: HostLog
  #ends: number[] = []

  constructor(log: HostLog) {
    this.#log = log
  }

  watch(contents: WebContents): void {
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit' || contents.isDestroyed()) return
      this.#log.write(`The page's process ended: ${reason}, exit code ${exitCode}.`)
      // Not within the event: Electron is still taking the process down.
      if (this.mayAgain()) setImmediate(() => contents.reload())
    })
  }

  /** @param now milliseconds, of any clock */
  mayAgain(now = performance.now()): boolean {
    this.#ends = [...this.#ends.filter((end) => now - end < within), now]
    if (this.#ends.length <= most) return true
    throw new Error(`The window's page ended ${this.#ends.length} times within a minute and is not shown again. Start Lacuna again.`)
  }
}
