import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import { memberDirectory } from '../../jobs/training/memberDirectory.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn } from './parameters.ts'

/** Looks at members: of one that is trained as it was kept, else as its worker left it last (contract/trainingPreview.ts). */
export function previewRoutes(app: EngineRoutes, { store }: EngineParts): void {
  app.get('/arrays/preview/:ensemble/:member', async ({ req }) => {
    const bytes = await previewOf(store, req)
    if (!bytes) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
    const hash = createHash('sha256').update(bytes).digest('hex')
    return byContent(req, { hash, type: 'application/octet-stream', length: bytes.length }, async () => bytes)
  })
}

/** Null where nobody has looked at the member yet. @throws EngineFailure NOT_FOUND where there is no such member */
async function previewOf(store: Store, request: HonoRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  const [ensemble, index] = ['ensemble', 'member'].map((name) => numberIn(request, name))
  const place = store.members.places(ensembleOf(store, ensemble).id).find((one) => one.index === index)
  if (!place) throw new EngineFailure('NOT_FOUND', `The ensemble ${ensemble} has no member ${index}.`)
  const kept = store.previews.of(place.key)
  try {
    const file = kept === undefined ? path.join(memberDirectory(store, place.key), 'preview.bin') : store.artefacts.path(kept)
    return Uint8Array.from(await readFile(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
