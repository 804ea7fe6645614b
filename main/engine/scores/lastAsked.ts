/** What takes long to make and is asked for again and again: the last few are kept, by number or name. */
export class LastAsked<T, Key extends number | string = number> {
  readonly #most: number
  readonly #kept = new Map<Key, Promise<T>>()

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most
  }

  /** That of the key, made unless it is kept. One that could not be made is not kept. */
  get(id: Key, make: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(id) ?? make()
    this.#kept.delete(id)
    this.#kept.set(id, found)
    found.catch(() => this.#kept.delete(id))
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!)
    return found
  }
}
