import { readFile } from 'node:fs/promises'
import type { Context } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import type { EngineRoutes } from './caller.ts'
import { nothingHere } from './failureResponse.ts'
import { RendererFiles, type RendererFile } from './rendererFiles.ts'

/** The window's own files. An address that is none of them and is opened as a page is a place inside the window. */
export function rendererRoutes(app: EngineRoutes, folder: string): void {
  const files = new RendererFiles(folder)
  app.get('*', async (context) => {
    const { req } = context
    const isPage = req.path === '/' || req.path === '/index.html'
    const file = isPage ? undefined : await files.at(new URL(req.url).pathname)
    if (file) return send(context, file)
    if (!isPage && !req.header('accept')?.includes('text/html')) throw nothingHere(req.path)
    const page = await files.page()
    if (!page) throw new EngineFailure('UNAVAILABLE', 'The window is not built.', 'Start Lacuna with "npm start".')
    return send(context, page)
  })
}

async function send({ req }: Context, { file, type, forever }: RendererFile): Promise<Response> {
  const headers = { 'content-type': type, 'cache-control': forever ? 'private, max-age=31536000, immutable' : 'no-cache' }
  return new Response(req.method === 'HEAD' ? null : await readFile(file), { headers })
}
