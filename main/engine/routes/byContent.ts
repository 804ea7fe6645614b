import type { HonoRequest } from 'hono'

export interface Content {
  /** What decides the bytes; it becomes the ETag. */
  hash: string
  /** Left out where it is a picture, whose bytes say of which kind it is. */
  type?: string
  /** Left out where it is not known before the body is made. */
  length?: number
}

/** The first byte of every PNG. */
const pngStart = 0x89

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
  const bytes = request.method === 'HEAD' ? null : await body()
  headers.set('content-type', type ?? (bytes instanceof Uint8Array && bytes[0] === pngStart ? 'image/png' : 'image/webp'))
  if (length !== undefined) headers.set('content-length', String(length))
  return new Response(bytes, { headers })
}

function knows(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false
}
