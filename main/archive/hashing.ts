import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Lets bytes through, and knows how many there were and their SHA-256 once they have passed. */
export class HashingStream extends Transform {
  readonly #hash = createHash('sha256')
  readonly #passed: (bytes: number) => void
  bytes = 0

  /** @param passed told of each piece */
  constructor(passed: (bytes: number) => void) {
    super()
    this.#passed = passed
  }

  /** In hexadecimal; to be asked once, at the end. */
  digest(): string {
    return this.#hash.digest('hex')
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk)
    this.bytes += chunk.length
    this.#passed(chunk.length)
    done(null, chunk)
  }
}
