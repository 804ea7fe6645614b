import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ImageSource } from '../datasets/sources/imageSource.ts'
import { openSource } from '../datasets/sources/openSource.ts'

/** Which source is meant, and how its folders are read. */
export interface SourceName { source: string; unlabelled: boolean }

/** Archives' indices and unpacked files cost memory and disk. */
const most = 4

/** The sources that were read last stay open: the index of an archive is not read again for each image. */
export class OpenSources {
  readonly #scratch: string
  readonly #open = new Map<string, Promise<ImageSource>>()

  /** @param scratch a folder for what must be unpacked */
  constructor(scratch: string) {
    this.#scratch = scratch
  }

  /** Throws what opening or reading it throws. */
  async read(name: SourceName, image: string): Promise<Buffer> {
    const key = keyOf(name)
    const source = this.#open.get(key) ?? openSource(name.source, { unlabelled: name.unlabelled, scratch: this.#folder() })
    this.#open.delete(key)
    this.#open.set(key, source)
    if (this.#open.size > most) await this.#close(this.#open.keys().next().value!)
    return (await source).read(image)
  }

  /** The next read opens it anew: it may have been moved or replaced. */
  async forget(name: SourceName): Promise<void> {
    await this.#close(keyOf(name))
  }

  async close(): Promise<void> {
    for (const key of this.#open.keys()) await this.#close(key)
  }

  async #close(key: string): Promise<void> {
    const source = this.#open.get(key)
    this.#open.delete(key)
    // What did not open needs no closing; whoever asked for it was told why.
    const opened = await source?.catch(() => undefined)
    await opened?.close()
  }

  #folder(): string {
    return path.join(this.#scratch, randomUUID())
  }
}

function keyOf({ source, unlabelled }: SourceName): string {
  return `${unlabelled} ${source}`
}
