import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

const WRITE_BYTES = 4 * 1024 * 1024

/** Writes a snapshot: uint8, `images x height x width x channels`, one flat file. */
export class SnapshotWriter {
  #file: FileHandle
  #hash: Hash = createHash('sha256')
  #buffer = Buffer.allocUnsafe(WRITE_BYTES)
  #filled = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async create(file: string): Promise<SnapshotWriter> {
    return new SnapshotWriter(await open(file, 'wx'))
  }

  async write(pixels: Uint8Array): Promise<void> {
    for (let from = 0; from < pixels.length;) {
      const part = pixels.subarray(from, from + this.#buffer.length - this.#filled)
      this.#buffer.set(part, this.#filled)
      this.#filled += part.length
      from += part.length
      if (this.#filled === this.#buffer.length) await this.#flush()
    }
  }

  async #flush(): Promise<void> {
    const filled = this.#buffer.subarray(0, this.#filled)
    this.#hash.update(filled)
    await this.#file.appendFile(filled)
    this.#filled = 0
  }

  /** Closes the file. Returns its SHA-256. */
  async finish(): Promise<string> {
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
    return this.#hash.digest('hex')
  }

  async discard(): Promise<void> {
    await this.#file.close()
  }
}
