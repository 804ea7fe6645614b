import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { clientHeader } from '../../contract/headers.ts'

/** Who is connected: a client may have several connections, and names itself in each request. */
export class Clients {
  readonly #sockets = new Map<Socket, string | null>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** @param name of all connections that do not name themselves */
  watch(server: Server, name: string | null = null): void {
    server.on('connection', (socket) => {
      this.#sockets.set(socket, name)
      this.#onChange()
      socket.once('close', () => {
        this.#sockets.delete(socket)
        this.#onChange()
      })
    })
    // Before the listener that answers: the answer may say how many there are.
    server.prependListener('request', (request) => this.#name(request))
  }

  /** Clients by name; a connection that was not named yet counts as one of its own. */
  get count(): number {
    const names = [...this.#sockets.values()]
    return new Set(names.filter((name) => name !== null)).size + names.filter((name) => name === null).length
  }

  #name({ socket, headers }: IncomingMessage): void {
    const name = headers[clientHeader]
    if (typeof name === 'string' && this.#sockets.has(socket)) this.#sockets.set(socket, name)
  }
}
