import { protocol } from 'electron'
import { pageHeader } from '../main/contract/headers.ts'
import type { EngineLink } from './engineLink.ts'
import { failurePage, isPlaceholder, placeholder } from './placeholders.ts'

const scheme = 'app'

/** The origin of the window's pages. */
export const origin = `${scheme}://lacuna`

/** Must be called before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
}

/** Answers the window's requests by the engine: over its socket, so that no other program can listen in or ask. */
export function serveApp(link: EngineLink): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (`${scheme}://${host}` !== origin) return new Response(null, { status: 404 })
    if (isPlaceholder(pathname)) return placeholder(pathname)
    try {
      return await handOn(link, request)
    } catch (error) {
      return request.headers.get('accept')?.includes('text/html') ? failurePage(error) : unavailable(error)
    }
  })
}

async function handOn(link: EngineLink, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { method, headers, signal } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  const sent = new Request(`http://lacuna${pathname}${search}`, { method, headers, body, signal })
  sent.headers.set(pageHeader, '1')
  return (await link.join()).fetch(sent)
}

function unavailable(error: unknown): Response {
  const { message, hint = null } = error as { message: string; hint?: string | null }
  return Response.json({ code: 'UNAVAILABLE', message, hint }, { status: 503 })
}
