import type { HonoRequest } from 'hono'

export interface Content {
  /** What decides the bytes; it becomes the ETag. */
  hash: string
  type: string
  /** Left out where it is not known before the body is made. */
  length?: number
}

type Body = ReadableStream | Uint8Array<ArrayBuffer>

/**
 * An answer that is named by its content. The body is only made where the caller has not got it already.
 * Only an address that holds the hash itself never means anything else; other addresses are asked for again, as ids mean
 * something else in another workspace.
 */
export async function byContent(request: HonoRequest, { hash, type, length }: Content, body: () => Promise<Body>): Promise<Response> {
  const etag = `"${hash}"`
  const forever = request.query('content') === hash
  const headers = new Headers({
    etag, 'cache-control': forever ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  })
  if (knows(request.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', type)
  if (length !== undefined) headers.set('content-length', String(length))
  return new Response(request.method === 'HEAD' ? null : await body(), { headers })
}

function knows(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false
}
