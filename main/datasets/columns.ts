type Numbers = Uint8Array | Int8Array | Int32Array | Uint32Array | Float32Array

/**
 * A column of fixed-width numbers, `width` a row, that grows by doubling: 100,000 rows are one block of
 * memory.
 */
export class Column<T extends Numbers> {
  readonly width: number
  #values: T
  #rows = 0
  #make: (length: number) => T

  constructor(make: (length: number) => T, width = 1) {
    this.#make = make
    this.width = width
    this.#values = make(width * 1024)
  }

  get length(): number {
    return this.#rows
  }

  /** The filled part, rows one after the other. A later `push` may move it. */
  get values(): T {
    return this.#values.subarray(0, this.#rows * this.width) as T
  }

  row(index: number): T {
    return this.#values.subarray(index * this.width, (index + 1) * this.width) as T
  }

  push(row: ArrayLike<number>): void {
    if ((this.#rows + 1) * this.width > this.#values.length) this.#grow()
    this.#values.set(row, this.#rows * this.width)
    this.#rows += 1
  }

  #grow(): void {
    const larger = this.#make(this.#values.length * 2)
    larger.set(this.#values)
    this.#values = larger
  }
}
