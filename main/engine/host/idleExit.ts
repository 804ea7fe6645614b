/**
 * Calls `exit` once nobody was connected and nothing to do for so long; `touch` it whenever one of the two
 * may have changed.
 */
export class IdleExit {
  readonly #milliseconds: number
  readonly #isIdle: () => boolean
  readonly #exit: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(seconds: number, isIdle: () => boolean, exit: () => void) {
    this.#milliseconds = seconds * 1000
    this.#isIdle = isIdle
    this.#exit = exit
  }

  touch(): void {
    if (!this.#isIdle()) {
      clearTimeout(this.#timer)
      this.#timer = undefined
    } else {
      this.#timer ??= setTimeout(() => this.#end(), this.#milliseconds)
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #end(): void {
    this.#timer = undefined
    if (this.#isIdle()) this.#exit()
  }
}
