type Fetch = (request: Request) => Promise<Response>

/** A way to an engine that can be cut, answers that are still coming included. */
export class Cable {
  #to: Fetch
  #cut = new AbortController()
  #there = true

  constructor(to: Fetch) {
    this.#to = to
  }

  pull(): void {
    this.#there = false
    this.#cut.abort()
    this.#cut = new AbortController()
  }

  plug(to: Fetch = this.#to): void {
    this.#to = to
    this.#there = true
  }

  readonly fetch = (request: Request): Promise<Response> => {
    if (!this.#there) return Promise.reject(new TypeError('fetch failed'))
    return this.#to(new Request(request, { signal: AbortSignal.any([request.signal, this.#cut.signal]) }))
  }
}
