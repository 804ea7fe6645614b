interface Taps {
  from: Int32Array
  weights: Float32Array[]
}

/** Scales a grey image to another size, each new pixel the mean of the area that it covers. */
export class AreaShrink {
  #width: number
  #height: number
  #columns: Taps
  #rows: Taps
  #between: Float32Array

  constructor(from: { height: number; width: number }, to: { height: number; width: number }) {
    this.#width = from.width
    this.#height = from.height
    this.#columns = taps(from.width, to.width)
    this.#rows = taps(from.height, to.height)
    this.#between = new Float32Array(from.height * to.width)
  }

  /** `grey`: height x width, row by row. Fills and returns `out`. */
  apply(grey: ArrayLike<number>, out: Float32Array): Float32Array {
    const width = this.#columns.weights.length
    for (let y = 0; y < this.#height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const weights = this.#columns.weights[x]
        const at = y * this.#width + this.#columns.from[x]
        let sum = 0
        for (let k = 0; k < weights.length; k += 1) sum += weights[k] * grey[at + k]
        this.#between[y * width + x] = sum
      }
    }
    return this.#down(width, out)
  }

  #down(width: number, out: Float32Array): Float32Array {
    this.#rows.weights.forEach((weights, y) => {
      const top = this.#rows.from[y] * width
      for (let x = 0; x < width; x += 1) {
        let sum = 0
        for (let k = 0; k < weights.length; k += 1) sum += weights[k] * this.#between[top + k * width + x]
        out[y * width + x] = sum
      }
    })
    return out
  }
}

/** Which old pixels each of the `to` new ones covers, and how much of each. */
function taps(from: number, to: number): Taps {
  const starts = Int32Array.from({ length: to }, (_, i) => Math.floor((i * from) / to))
  const weights = Array.from(starts, (start, i) => {
    const [low, high] = [(i * from) / to, ((i + 1) * from) / to]
    const covered: number[] = []
    for (let p = start; p < high - 1e-9; p += 1) covered.push(Math.min(p + 1, high) - Math.max(p, low))
    return Float32Array.from(covered, (part) => part / (high - low))
  })
  return { from: starts, weights }
}
