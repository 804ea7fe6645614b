import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import type { EngineParts } from '../parts.ts'
import { receiveUpload } from '../uploads/receiveUpload.ts'
import { checkUpload } from '../uploads/uploadPlace.ts'
import type { EngineRoutes } from './caller.ts'

/** Files that a browser sends, as it does not tell where they lie: first whether one may be sent, then the file. */
export function uploadRoutes(app: EngineRoutes, { store: { workspace } }: EngineParts): void {
  app.get('/uploads', async ({ req, body }) => {
    const { name, bytes } = announced(req)
    await checkUpload(workspace, name, bytes)
    return body(null, 204)
  })
  app.post('/uploads', async ({ req, json }) => {
    if (!req.raw.body) throw new EngineFailure('BAD_INPUT', 'No file was sent.', 'Send it again.')
    return json({ path: await receiveUpload(workspace, announced(req), Readable.fromWeb(req.raw.body as ReadableStream)) })
  })
}

function announced(request: HonoRequest): { name: string; bytes: number } {
  return { name: request.query('name') ?? '', bytes: Number(request.query('bytes')) }
}
