/** What takes long to read and is asked for again and again: the last one is kept, by name. */
export class LastOne<T> {
  #name: string | null = null
  #value: T | null = null
  readonly #drop: (value: T) => void

  /** @param drop told of what is not kept any more */
  constructor(drop: (value: T) => void = () => undefined) {
    this.#drop = drop
  }

  /** That of the name, made unless it is kept. */
  async get(name: string, make: () => Promise<T>): Promise<T> {
    if (this.#name === name) return this.#value!
    this.#forget()
    const value = await make()
    this.#name = name
    this.#value = value
    return value
  }

  #forget(): void {
    if (this.#value !== null) this.#drop(this.#value)
    this.#name = this.#value = null
  }
}
