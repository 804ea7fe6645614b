import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'

type FetchHandler = (request: Request) => Promise<Response>

/** Serves a handler at a unix socket or named pipe; a socket that a dead engine left there is replaced. */
export async function listenAt(address: string, handler: FetchHandler): Promise<Server> {
  const server = createServer(getRequestListener((request) => handler(request)))
  // A client counts as connected while its connection is open, however long it says nothing.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  if (process.platform !== 'win32') rmSync(address, { force: true })
  server.listen(address)
  await once(server, 'listening')
  return server
}

/** Lets answers that are under way out; streams that would never end are cut off. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await Promise.race([closed, setTimeout(200)])
}
