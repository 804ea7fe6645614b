import { open } from 'node:fs/promises'
import type { HonoRequest } from 'hono'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageAt, refuseUnready } from '../procedures/imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn } from './parameters.ts'

const type = 'application/octet-stream'

/** Single images as bytes: as members see them, and as they draw them again. */
export function pixelRoutes(app: EngineRoutes, parts: EngineParts): void {
  app.get('/pixels/:imageSet/:position', ({ req }) => seen(parts, req))
  app.get('/redrawn/:ensemble/:imageSet/:position', ({ req }) => redrawn(parts, req))
}

async function seen({ store }: EngineParts, request: HonoRequest): Promise<Response> {
  const position = numberIn(request, 'position')
  const { set } = imageAt(store, numberIn(request, 'imageSet'), position)
  refuseUnready(set)
  const { height, width, channels, sha256 } = set.snapshot!
  const length = height * width * channels
  const file = store.artefacts.path(store.imageSets.files(set.id)!.snapshot)
  return byContent(request, { hash: `${sha256}-${position}`, type, length }, () => bytesAt(file, position * length, length))
}

async function bytesAt(path: string, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(new Uint8Array(length), 0, length, start)
    return buffer
  } finally {
    await file.close()
  }
}

async function redrawn({ store, explanations }: EngineParts, request: HonoRequest): Promise<Response> {
  const [id, imageSet, position] = ['ensemble', 'imageSet', 'position'].map((name) => numberIn(request, name))
  const ensemble = ensembleOf(store, id)
  const { set } = imageAt(store, imageSet, position)
  const bytes = await explanations.redrawn(ensemble, set.id, position, request.raw.signal)
  const headers = { 'content-type': type, 'cache-control': 'private, no-cache', 'content-length': String(bytes.length) }
  return new Response(Uint8Array.from(bytes), { headers })
}
