import type { HonoRequest } from 'hono'
import { thumbnailSizes } from '../../contract/routes.ts'
import { imageAt } from '../procedures/imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn, numberOf } from './parameters.ts'

/** Originals as thumbnails, by image set and position: never by path. */
export function imageRoutes(app: EngineRoutes, parts: EngineParts): void {
  app.get('/images/:imageSet/:position', ({ req }) => picture(parts, req))
}

async function picture({ store, thumbnails }: EngineParts, request: HonoRequest): Promise<Response> {
  const size = numberOf(request, 'size', thumbnailSizes)
  const { set: { id }, image } = imageAt(store, numberIn(request, 'imageSet'), numberIn(request, 'position'))
  return byContent(request, { hash: image.hash, type: 'image/webp' }, () => thumbnails.of(id, image, size, request.raw.signal))
}
