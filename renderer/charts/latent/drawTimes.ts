import { Detail } from './detail.ts'

/** Milliseconds without a movement after which all points are drawn again. */
const restAfter = 140

/** When a picture is drawn: when something changed, once a frame at most, and in full when a movement is over. */
export class DrawTimes {
  readonly #draw: () => void
  readonly #detail: Detail
  #frame = 0
  #resting = 0

  /** @param isSlow as `Detail` has it. @param draw must begin with `begin` */
  constructor(isSlow: boolean, draw: () => void) {
    this.#detail = new Detail(isSlow)
    this.#draw = draw
  }

  readonly request = (): void => {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#draw)
  }

  /** Until the movement is over, fewer points may stand for all. */
  readonly moved = (): void => {
    window.clearTimeout(this.#resting)
    this.#resting = window.setTimeout(() => {
      this.#resting = 0
      this.#detail.rest()
      this.request()
    }, restAfter)
    this.request()
  }

  /** Of a picture that is drawn now, the share of its points to draw. */
  begin(points: number): number {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    return this.#resting === 0 ? 1 : this.#detail.next(performance.now(), points)
  }

  end(): void {
    cancelAnimationFrame(this.#frame)
    window.clearTimeout(this.#resting)
  }
}
