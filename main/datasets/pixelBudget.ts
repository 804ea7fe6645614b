/** Pixels of originals that may be in memory at once; each takes up to 8 bytes while it is decoded. */
const BUDGET = 64_000_000
/** Smaller images need not wait: as many as are decoded at once fit in any case. */
const SMALL = 1_000_000

/** Keeps a folder of huge images from filling the memory: they are decoded one or two at a time. */
export class PixelBudget {
  #inUse = 0
  #waiting: (() => void)[] = []

  /** Does the work once there is room for so many pixels; one image alone always has room. */
  async use<T>(pixels: number, work: () => Promise<T>): Promise<T> {
    if (pixels < SMALL) return work()
    while (this.#inUse > 0 && this.#inUse + pixels > BUDGET) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#inUse += pixels
    try {
      return await work()
    } finally {
      this.#inUse -= pixels
      for (const retry of this.#waiting.splice(0)) retry()
    }
  }
}
