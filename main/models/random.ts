import { createHash } from 'node:crypto'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** Largest argument of `integer`: the generator gives 32 bits at a time. */
const WORD = 2 ** 32

/**
 * A reproducible sequence of random numbers that belongs to a name.
 *
 * The generator is xoroshiro128+ (Blackman and Vigna 2018), whose lowest bits are its weakest: everything
 * below is made of the upper bits of its 32-bit words.
 */
export class RandomStream {
  readonly name: string
  readonly #generator: ReturnType<typeof xoroshiro128plusFromState>
  #spare = Number.NaN

  constructor(name: string) {
    this.name = name
    this.#generator = xoroshiro128plusFromState(stateOf(name))
  }

  /** A number in [0, 1), a multiple of 2^-53, from two words of the generator. */
  uniform(): number {
    const high = this.#generator.next() >>> 5
    const low = this.#generator.next() >>> 6
    return (high * 2 ** 26 + low) * 2 ** -53
  }

  /**
   * A whole number in 0..n-1, every one equally likely: 2^32 is cut into n equal buckets, and what falls
   * behind the last bucket is drawn again. Throws a RangeError unless n is a whole number in 1..2^32.
   */
  integer(n: number): number {
    if (!(n >= 1 && n <= WORD && Number.isInteger(n))) {
      throw new RangeError(`A random integer needs a whole number from 1 to 2^32 as its limit, not ${n}.`)
    }
    const bucket = Math.floor(WORD / n)
    let value: number
    do value = Math.floor((this.#generator.next() >>> 0) / bucket)
    while (value >= n)
    return value
  }

  /**
   * A standard normal number by Box and Muller (1958): with u, v uniform in [0, 1),
   * sqrt(-2 ln(1 - u)) cos(2 pi v), and at the next call the same with the sine.
   */
  normal(): number {
    const spare = this.#spare
    this.#spare = Number.NaN
    if (!Number.isNaN(spare)) return spare
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()))
    const angle = 2 * Math.PI * this.uniform()
    this.#spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }

  /** The next n values of `normal`, rounded to single precision. */
  normals(n: number): Float32Array {
    const values = new Float32Array(n)
    for (let i = 0; i < n; i++) values[i] = this.normal()
    return values
  }

  /** The numbers 0..n-1 in random order, every order equally likely. */
  permutation(n: number): Uint32Array {
    const order = new Uint32Array(n)
    for (let i = 0; i < n; i++) order[i] = i
    return this.shuffle(order)
  }

  /** Shuffles an array in place (Fisher and Yates, as Durstenfeld 1964) and returns it. */
  shuffle<List extends { length: number; [index: number]: unknown }>(list: List): List {
    for (let last = list.length - 1; last > 0; last--) {
      const chosen = this.integer(last + 1)
      const moved = list[last]
      list[last] = list[chosen]
      list[chosen] = moved
    }
    return list
  }
}

/**
 * The random stream of a name, for example `stream('seed-7/member/3/epoch/4/step/17/noise')`.
 *
 * The same name always gives the same numbers, and different names give independent streams, so whatever
 * can be named can be drawn again without replaying what came before it.
 */
export function stream(name: string): RandomStream {
  return new RandomStream(name)
}

/** The first 128 bits of the name's SHA-256: small seeds would start this generator badly. */
function stateOf(name: string): [number, number, number, number] {
  const digest = createHash('sha256').update(name, 'utf8').digest()
  return [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)]
}
