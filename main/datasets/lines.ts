import { createReadStream, createWriteStream } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createInterface } from 'node:readline'

/** Writes one JSON value a line (NDJSON) and waits for the disk where it falls behind. */
export class LineWriter {
  #stream: WriteStream
  #pending = ''
  #failed: Error | undefined

  constructor(file: string) {
    this.#stream = createWriteStream(file, { flags: 'wx' })
    this.#stream.on('error', (error) => (this.#failed = error))
  }

  async write(value: unknown): Promise<void> {
    this.#pending += JSON.stringify(value) + '\n'
    if (this.#pending.length >= 65_536) await this.#flush()
  }

  async #flush(): Promise<void> {
    if (this.#failed) throw this.#failed
    const chunk = this.#pending
    this.#pending = ''
    if (chunk && !this.#stream.write(chunk)) await once(this.#stream, 'drain')
  }

  async close(): Promise<void> {
    await this.#flush()
    this.#stream.end()
    await finished(this.#stream)
  }

  /** Gives the file up without what was still to be written; harmless after `close`. */
  async discard(): Promise<void> {
    this.#stream.destroy()
    if (!this.#stream.closed)
      await new Promise<void>((resolve) => this.#stream.once('close', () => resolve()))
  }
}

/** The values of an NDJSON file, one after the other. */
export async function* readLines<T>(file: string): AsyncGenerator<T> {
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: 65_536 })
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line) yield JSON.parse(line) as T
    }
  } finally {
    input.destroy()
  }
}
