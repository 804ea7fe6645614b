/** How many paths there are, and the first of them: so many that nobody reads them all are only counted. */
export class NamedPaths {
  readonly paths: string[] = []
  total = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(path: string): void {
    this.total += 1
    if (this.paths.length < this.#most) this.paths.push(path)
  }
}
