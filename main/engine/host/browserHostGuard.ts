import type { Tickets } from './browserTickets.ts'
import { isSame } from './sameKey.ts'

/** Where browsers are let in, and by which keys. */
export interface Door { port: number; token: string; tickets: Tickets }

export type Refusal = { status: 401 | 403 | 405; message: string; hint: string }

const methods = new Set(['GET', 'HEAD', 'POST'])

/** The cookie carries the port in its name: cookies of one host are shared by all of its ports. */
export const cookieName = (port: number): string => `lacuna-${port}`

/** Whether the request opens the window with the address that holds the token. */
export function isEntry(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url)
  return request.method === 'GET' && pathname === '/' && searchParams.has('token')
}

/** Why a request is not answered; null where it may be. The first thing that is wrong is told. */
export function refusalOf(request: Request, door: Door): Refusal | null {
  return wrongHost(request, door) ?? wrongMethod(request) ?? (isEntry(request) ? wrongEntry(request, door) : wrongCaller(request, door))
}

/** A name that a stranger's DNS points at this machine is not this host (DNS rebinding). */
function wrongHost(request: Request, { port }: Door): Refusal | null {
  const host = request.headers.get('host') ?? ''
  // A request line may hold a whole address, of another host than the header.
  const isOwn = (name: string) => name === `127.0.0.1:${port}` || name === `localhost:${port}`
  if (isOwn(host) && isOwn(new URL(request.url).host)) return null
  return { status: 403, message: 'Lacuna does not answer under this name.', hint: `Open it at 127.0.0.1:${port}.` }
}

function wrongMethod({ method }: Request): Refusal | null {
  if (methods.has(method)) return null
  return { status: 405, message: `Lacuna does not answer ${method} requests.`, hint: 'It answers GET, HEAD and POST.' }
}

function wrongEntry(request: Request, { token, tickets }: Door): Refusal | null {
  const given = new URL(request.url).searchParams.get('token') ?? ''
  return isSame(given, token) || tickets.take(given) ? null : noKey
}

/** Another page, also one of another port of this machine, may neither ask nor embed anything. */
function wrongCaller(request: Request, door: Door): Refusal | null {
  const { headers } = request
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin !== null && origin !== `http://${headers.get('host')}`) return foreign
  if (site !== null && site !== 'same-origin' && site !== 'none') return foreign
  return hasKey(headers, door) ? null : noKey
}

function hasKey(headers: Headers, { port, token }: Door): boolean {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const cookies = (headers.get('cookie') ?? '').split(';').map((one) => one.trim().split('='))
  const cookie = cookies.find(([name]) => name === cookieName(port))?.[1]
  return [bearer, cookie].some((key) => key !== undefined && isSame(key, token))
}

const foreign: Refusal = { status: 403, message: 'Another page asked for this, and gets no answer.', hint: 'Open Lacuna in a tab of its own.' }

const noKey: Refusal = {
  status: 401, message: 'This window has no key to Lacuna.', hint: 'Open the address that "npm start" prints, with its token.',
}
