import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import { memberDirectory } from '../../jobs/memberDirectory.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from '../ensembleView.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn } from './parameters.ts'

/** Looks at members: of one that is trained as it was kept, else as its worker left it last (contract/trainingPreview.ts). */
export function previewRoutes(app: EngineRoutes, { store }: EngineParts): void {
  app.get('/arrays/preview/:ensemble/:member', async ({ req }) => {
    const bytes = await previewOf(store, req)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return byContent(req, { hash, type: 'application/octet-stream', length: bytes.length }, async () => bytes)
  })
}

async function previewOf(store: Store, request: HonoRequest): Promise<Uint8Array<ArrayBuffer>> {
  const [ensemble, index] = ['ensemble', 'member'].map((name) => numberIn(request, name))
  const place = store.members.places(ensembleOf(store, ensemble).id).find((one) => one.index === index)
  const kept = place && store.previews.of(place.key)
  try {
    if (kept !== undefined) return Uint8Array.from(await readFile(store.artefacts.path(kept)))
    if (place) return Uint8Array.from(await readFile(path.join(memberDirectory(store, place.key), 'preview.bin')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  throw new EngineFailure('NOT_FOUND', `Nobody has looked at member ${index} of ensemble ${ensemble} yet.`,
    'While it is trained, it is looked at after an epoch.')
}
