import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { EngineFetch } from '../app.ts'
import { cookieName, type Door, isEntry, type Refusal, refusalOf } from './browserHostGuard.ts'
import { Tickets } from './browserTickets.ts'
import { secured } from '../routes/securityHeaders.ts'

/** The engine as a browser on this machine reaches it. */
export interface BrowserHost extends Door { server: Server }

/** The address that opens the window with a key. */
export const entryAddress = (port: number, key: string): string => `http://127.0.0.1:${port}/?token=${key}`

/**
 * Listens on the loopback address, for whoever has the token: the address that opens the window exchanges it for a cookie
 * that no script can read, and leads on to one without it.
 * @param again the port that is wanted, and the token of a host before this one; where the port is taken by now, another one is used
 */
export async function openBrowserHost(engine: EngineFetch, again?: { port: number; token?: string }): Promise<BrowserHost> {
  const door = { port: 0, token: again?.token ?? randomBytes(32).toString('base64url'), tickets: new Tickets() }
  const server = createServer(getRequestListener((request) => answer(engine, request, door)))
  door.port = await listen(server, again?.port ?? 0)
  return { ...door, server }
}

async function answer(engine: EngineFetch, request: Request, door: Door): Promise<Response> {
  const refusal = refusalOf(request, door)
  if (refusal) return secured(refused(request, refusal))
  if (isEntry(request)) return secured(enter(request, door))
  return engine(request, { isPage: true })
}

/** To the address without the token, where the cookie is the key. */
function enter(request: Request, { port, token }: Door): Response {
  const { searchParams } = new URL(request.url)
  searchParams.delete('token')
  const location = searchParams.size > 0 ? `/?${searchParams}` : '/'
  const cookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`
  return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie, 'cache-control': 'no-store' } })
}

function refused(request: Request, { status, message, hint }: Refusal): Response {
  const headers = { 'cache-control': 'no-store', ...(status === 405 ? { allow: 'GET, HEAD, POST' } : {}) }
  const isPage = request.headers.get('accept')?.includes('text/html')
  if (isPage) return new Response(`${message} ${hint}\n`, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
  const code = status === 401 ? 'UNAUTHORIZED' : status === 405 ? 'METHOD_NOT_ALLOWED' : 'FORBIDDEN'
  return Response.json({ code, message, hint }, { status, headers })
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return listen(server, 0)
  }
  return (server.address() as AddressInfo).port
}
