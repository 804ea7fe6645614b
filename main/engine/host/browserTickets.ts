import { randomBytes } from 'node:crypto'
import { isSame } from './sameKey.ts'

const lifetime = 60_000

/** Keys that open the door once, and only for a while. */
export class Tickets {
  #tickets: { key: string; until: number }[] = []

  issue(): string {
    const key = randomBytes(32).toString('base64url')
    this.#tickets = [...this.#valid(), { key, until: performance.now() + lifetime }]
    return key
  }

  /** Whether there was such a ticket; there is none any more. */
  take(given: string): boolean {
    const valid = this.#valid()
    this.#tickets = valid.filter(({ key }) => !isSame(given, key))
    return this.#tickets.length < valid.length
  }

  #valid() {
    return this.#tickets.filter(({ until }) => performance.now() < until)
  }
}
