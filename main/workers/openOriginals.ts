import { type Original, Originals } from '../datasets/sources/originals.ts'

/** Archives' indices and unpacked files cost memory and disk. */
const most = 4

/** The sources that were read last stay open: the index of an archive is not read again for each image. */
export class OpenOriginals {
  readonly #open = new Map<string, Promise<Originals>>()

  /** Throws what opening or reading it throws. */
  async read(source: string, path: string): Promise<Original> {
    const originals = this.#open.get(source) ?? Originals.open(source)
    this.#open.delete(source)
    this.#open.set(source, originals)
    if (this.#open.size > most) await this.forget(this.#open.keys().next().value!)
    return (await originals).read(path)
  }

  /** The next read opens it anew: it may have been moved or replaced. */
  async forget(source: string): Promise<void> {
    const open = this.#open.get(source)
    this.#open.delete(source)
    // What did not open needs no closing; whoever asked for it was told why.
    const originals = await open?.catch(() => undefined)
    await originals?.close()
  }

  async close(): Promise<void> {
    for (const source of [...this.#open.keys()]) await this.forget(source)
  }
}
