import { Column } from './columns.ts'
import { THUMB_PIXELS } from './duplicates/detail.ts'

/**
 * What is kept of every image in memory during an import: about 120 bytes each, in the order of the snapshot.
 */
export class Catalogue {
  /** Number of the class in the order of appearance; -1 for none. */
  readonly classes = new Column((length) => new Int32Array(length))
  readonly given = new Column((length) => new Uint8Array(length))
  /** SHA-256 of the file's bytes or the record's pixels. */
  readonly hashes = new Column((length) => new Uint8Array(length), 32)
  /** 64 bits of a SHA-256 of the snapshot's pixels. */
  readonly prints = new Column((length) => new Uint32Array(length), 2)
  /** What candidates for near duplicates are sought by. */
  readonly thumbs = new Column((length) => new Int8Array(length), THUMB_PIXELS)
  /** Class names in the order of appearance. */
  readonly names: string[] = []
  #numbers = new Map<string, number>()

  get length(): number {
    return this.classes.length
  }

  classNumber(name: string | null): number {
    if (name === null) return -1
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
