import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { contractHeader } from '../contract/headers.ts'
import type { EngineParts } from './parts.ts'
import { router } from './procedures/router.ts'
import { arrayRoutes } from './routes/arrays.ts'
import type { Caller } from './routes/caller.ts'
import { failureResponse, nothingHere } from './routes/failureResponse.ts'
import { imageRoutes } from './routes/images.ts'
import { pixelRoutes } from './routes/pixels.ts'
import { previewRoutes } from './routes/previews.ts'
import { rendererRoutes } from './routes/renderer.ts'
import { securityHeaders } from './routes/securityHeaders.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { answerErrors, type CallContext } from './procedures/typedErrors.ts'

/** What answers all requests; a caller that is not named is a program of this user. */
export type EngineFetch = (request: Request, caller?: Caller) => Promise<Response>

/**
 * The engine as one function from a request to its response, whatever carries the two: the contract is below
 * /rpc, what is no JSON beside it (contract/routes.ts), and the window's files everywhere else.
 */
export function engineApp(parts: EngineParts): EngineFetch {
  const handler = new RPCHandler<CallContext>(router(parts), { clientInterceptors: [answerErrors(parts.log)] })
  const app = new Hono<{ Bindings: Caller }>()
  app.use(securityHeaders)
  app.onError((error, context) => failureResponse(error, context, parts.log))
  app.notFound((context) => failureResponse(nothingHere(context.req.path), context, parts.log))
  app.get('/alive', ({ text }) => text('Lacuna'))
  app.all('/rpc/*', async ({ req, env, notFound }) => {
    const context = { contract: req.header(contractHeader) ?? null, isPage: env.isPage }
    const { matched, response } = await handler.handle(req.raw, { prefix: '/rpc', context })
    return matched ? response : notFound()
  })
  arrayRoutes(app, parts)
  previewRoutes(app, parts)
  imageRoutes(app, parts)
  pixelRoutes(app, parts)
  uploadRoutes(app, parts)
  // Nothing below these names is a place inside the window.
  for (const place of ['arrays', 'images', 'pixels', 'redrawn']) app.all(`/${place}/*`, ({ notFound }) => notFound())
  if (parts.renderer) rendererRoutes(app, parts.renderer)
  return async (request, caller = { isPage: false }) => app.fetch(request, caller)
}
