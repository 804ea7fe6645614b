import { randomUUID } from 'node:crypto'
import { Agent, fetch, type RequestInit } from 'undici'
import { clientHeader } from '../contract/headers.ts'

/** `fetch` over one unix socket or named pipe. */
export interface SocketFetch {
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

/**
 * Connections stay open until `close`: by them, and the name that they all give, the engine knows who is
 * there.
 */
export function socketFetch(address: string): SocketFetch {
  const agent = new Agent({
    connect: { socketPath: address }, keepAliveTimeout: 86_400_000, keepAliveMaxTimeout: 86_400_000,
    // Events may be far between, and training takes its time.
    headersTimeout: 0, bodyTimeout: 0,
  })
  const name: [string, string] = [clientHeader, randomUUID()]
  return {
    fetch: async (request) => {
      const body = request.method === 'GET' ? null : await request.arrayBuffer()
      const init = {
        method: request.method, headers: [...request.headers, name], body, signal: request.signal,
        dispatcher: agent,
      }
      const response = await fetch(request.url, init as RequestInit)
      // undici's own Response is no instance of the global one.
      const answer = response.body && kept(response.body as ReadableStream, request)
      return new Response(answer, { status: response.status, headers: [...response.headers] })
    },
    close: () => agent.destroy(),
  }
}

/** Requests whose answers are still being read. */
const open = new Set<Request>()

/**
 * An answer's body that ends when its request is aborted. A request only hears of that as long as something
 * refers to it: else it is collected as garbage while a stream of events goes on, and the stream never ends.
 */
function kept(body: ReadableStream, request: Request): ReadableStream {
  const { readable, writable } = new TransformStream()
  open.add(request)
  const done = () => void open.delete(request)
  // What goes wrong, the reader of the other end is told.
  body.pipeTo(writable, { signal: request.signal }).then(done, done)
  return readable
}
