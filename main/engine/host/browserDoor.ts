import type { BrowserAddress } from '../../contract/engine.ts'
import type { EngineFetch } from '../app.ts'
import { type BrowserHost, entryAddress, openBrowserHost } from './browserHost.ts'
import type { Clients } from './clients.ts'
import { closeServer } from './listen.ts'
import type { SameDoor } from '../parts.ts'

/** The engine's door for browsers: shut until somebody asks for it, and then the same for all. */
export class BrowserDoor {
  readonly #engine: EngineFetch
  readonly #clients: Clients
  readonly #usual: number
  #host: Promise<BrowserHost> | null = null

  /** @param usual the port, where a client does not ask for another one */
  constructor(engine: EngineFetch, clients: Clients, usual = 0) {
    this.#engine = engine
    this.#clients = clients
    this.#usual = usual
  }

  async open(again?: SameDoor): Promise<BrowserAddress> {
    const started = this.#host === null
    this.#host ??= this.#listen(again)
    const { port, token, tickets } = await this.#host
    return { url: entryAddress(port, token), once: entryAddress(port, tickets.issue()), port, token, started }
  }

  async close(): Promise<void> {
    if (this.#host) await closeServer((await this.#host).server)
  }

  async #listen(again?: SameDoor): Promise<BrowserHost> {
    try {
      const host = await openBrowserHost(this.#engine, again ?? { port: this.#usual })
      this.#clients.watch(host.server, 'browser')
      return host
    } catch (error) {
      this.#host = null
      throw error
    }
  }
}
