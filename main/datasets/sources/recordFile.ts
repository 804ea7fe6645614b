import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

const BLOCK = 1024 * 1024

/**
 * A file of records of equal size behind a header. Reads blocks ahead: one record after the other costs
 * little.
 */
export class RecordFile {
  /** Complete ones. */
  readonly records: number
  /** Bytes of an incomplete one at the end. */
  readonly rest: number
  #file: FileHandle
  #offset: number
  #bytes: number
  #block: Promise<Buffer> | undefined
  #first = 0

  private constructor(file: FileHandle, offset: number, bytes: number, size: number) {
    this.#file = file
    this.#offset = offset
    this.#bytes = bytes
    this.records = Math.floor(size / bytes)
    this.rest = size % bytes
  }

  static async open(path: string, offset: number, bytes: number): Promise<RecordFile> {
    const file = await open(path)
    const { size } = await file.stat()
    return new RecordFile(file, offset, bytes, Math.max(0, size - offset))
  }

  /** A copy of the record's bytes. */
  async read(index: number): Promise<Buffer> {
    const perBlock = Math.max(1, Math.floor(BLOCK / this.#bytes))
    const first = index - (index % perBlock)
    if (!this.#block || this.#first !== first) {
      this.#first = first
      this.#block = this.#load(first, perBlock)
    }
    const block = await this.#block
    const start = (index - first) * this.#bytes
    return Buffer.from(block.subarray(start, start + this.#bytes))
  }

  async #load(first: number, count: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(count * this.#bytes)
    const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, this.#offset + first * this.#bytes)
    return buffer.subarray(0, bytesRead)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** Closes the files that could be opened; why another could not was told to who asked for it. */
export async function closeAll(files: Promise<RecordFile>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(files)) {
    if (outcome.status === 'fulfilled') await outcome.value.close()
  }
}
