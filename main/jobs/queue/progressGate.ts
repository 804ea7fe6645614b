/**
 * Lets the first of many calls through at once, and of those that follow within the interval only the last,
 * at its end.
 */
export class ProgressGate {
  readonly #interval: number
  readonly #emit: () => void
  #timer: NodeJS.Timeout | undefined
  #waiting = false

  /** @param interval in milliseconds */
  constructor(emit: () => void, interval: number) {
    this.#emit = emit
    this.#interval = interval
  }

  call(): void {
    if (this.#timer) {
      this.#waiting = true
      return
    }
    this.#emit()
    this.#timer = setTimeout(() => this.#next(), this.#interval)
  }

  /** What waits is dropped: the caller emits the last state itself. */
  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting = false
  }

  #next(): void {
    this.#timer = undefined
    if (!this.#waiting) return
    this.#waiting = false
    this.call()
  }
}
