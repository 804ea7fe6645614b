/**
 * Does something at once when it is first called for, and what was called for meanwhile once more, a pause after that has
 * ended: never twice at a time, and never too late for the last call.
 */
export class Gate {
  readonly #act: () => Promise<void> | void
  readonly #pause: number
  #busy = false
  #again = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param act deals with its failures itself. @param pause in milliseconds */
  constructor(act: () => Promise<void> | void, pause: number) {
    this.#act = act
    this.#pause = pause
  }

  call(): void {
    if (this.#busy) this.#again = true
    else void this.#run()
  }

  /** What waits is dropped. */
  close(): void {
    clearTimeout(this.#timer)
    this.#again = false
  }

  async #run(): Promise<void> {
    this.#busy = true
    this.#again = false
    await this.#act()
    this.#timer = setTimeout(() => {
      this.#busy = false
      if (this.#again) void this.#run()
    }, this.#pause)
  }
}
