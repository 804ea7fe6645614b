/** Milliseconds: 30 pictures a second, which are two frames of a screen (33.4) and some play, and what leaves room for more points. */
const [slow, quick] = [35, 20]
const fewest = 10_000

/**
 * Which share of the points is drawn while the picture moves: fewer after each picture that took too long, more
 * after each that was quick. Standing still, all are drawn.
 */
export class Detail {
  #share: number
  #last: number | null = null

  /** @param isSlow whether a quarter of the points is likely to be as many as can be drawn */
  constructor(isSlow = false) {
    this.#share = isSlow ? 0.25 : 1
  }

  /** The share for a picture that is drawn now. @param now milliseconds. @param points how many there are */
  next(now: number, points: number): number {
    const took = this.#last === null ? null : now - this.#last
    this.#last = now
    if (took !== null && took > slow) this.#share *= 0.75
    else if (took !== null && took < quick) this.#share *= 1.1
    this.#share = Math.min(1, Math.max(this.#share, Math.min(1, fewest / Math.max(1, points))))
    return this.#share
  }

  /** The picture stands still: what passes until the next says nothing of its speed. */
  rest(): void {
    this.#last = null
  }
}
