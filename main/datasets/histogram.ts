/** The middle nine tenths of a quantity, and its median. */
export interface Spread {
  low: number
  median: number
  high: number
}

/** Counts in bins of `step`, of the value or of its logarithm. */
export class Histogram {
  #step: number
  #ofLogarithm: boolean
  #bins = new Map<number, number>()
  #total = 0

  constructor(step: number, ofLogarithm = false) {
    this.#step = step
    this.#ofLogarithm = ofLogarithm
  }

  add(value: number): void {
    const bin = Math.round((this.#ofLogarithm ? Math.log(value) : value) / this.#step)
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1)
    this.#total += 1
  }

  spread(unit: number): Spread {
    const bins = [...this.#bins].sort(([a], [b]) => a - b)
    const [low, median, high] = [0.05, 0.5, 0.95].map((q) =>
      rounded(this.#value(binAt(bins, q * this.#total)) * unit),
    )
    return { low, median, high }
  }

  #value(bin: number): number {
    return this.#ofLogarithm ? Math.exp(bin * this.#step) : bin * this.#step
  }
}

function binAt(bins: [number, number][], wanted: number): number {
  let seen = 0
  for (const [bin, count] of bins) {
    seen += count
    if (seen >= wanted) return bin
  }
  return 0
}

/** To four digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
