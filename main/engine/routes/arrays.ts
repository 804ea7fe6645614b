import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageSetOf, refuseUnready } from '../procedures/imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn, numbersIn } from './parameters.ts'

/** Numbers as they lie in the artefacts: little-endian, in the order of the images. */
export function arrayRoutes(app: EngineRoutes, { store, comparisons }: EngineParts): void {
  const serve = (path: string, artefactOf: (request: HonoRequest) => number) =>
    app.get(path, ({ req }) => artefactResponse(store, req, artefactOf(req)))
  serve('/arrays/scores/:score', (request) => scoreFiles(store, request).scores)
  serve('/arrays/nearest/:score', (request) => scoreFiles(store, request).nearest)
  serve('/arrays/labels/:imageSet', (request) => setFiles(store, numberIn(request, 'imageSet')).labels)
  serve('/arrays/splits/:imageSet', (request) => setFiles(store, numberIn(request, 'imageSet')).splits)
  app.get('/arrays/common/:scores/:column', async ({ req }) => {
    const numbers = await comparisons.positions(numbersIn(req, 'scores'), numberIn(req, 'column'))
    return ofBytes(req, numbers)
  })
  serve('/arrays/means/:ensemble/:member/:imageSet', (request) => meansOf(store, request))
}

function scoreFiles(store: Store, request: HonoRequest) {
  const id = numberIn(request, 'score')
  const score = store.scores.show(id)
  if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${id}.`)
  return score.files
}

function setFiles(store: Store, id: number) {
  const set = imageSetOf(store, id)
  refuseUnready(set)
  return store.imageSets.files(set.id)!
}

function meansOf(store: Store, request: HonoRequest): number {
  const [ensemble, index, imageSet] = ['ensemble', 'member', 'imageSet'].map((name) => numberIn(request, name))
  const place = store.members.places(ensembleOf(store, ensemble).id).find((one) => one.index === index)
  const { snapshot } = setFiles(store, imageSet)
  const means = place && store.encodings.find(place.key, snapshot).means
  if (means) return means
  throw new EngineFailure('NOT_FOUND', `Member ${index} of ensemble ${ensemble} has not encoded the image set ${imageSet}.`,
    'Train it, and score the image set.')
}

/** Numbers that lie in memory alone. */
function ofBytes(request: HonoRequest, bytes: Uint8Array): Promise<Response> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  return byContent(request, { hash, type: 'application/octet-stream', length: bytes.length }, async () => Uint8Array.from(bytes))
}

async function artefactResponse(store: Store, request: HonoRequest, id: number): Promise<Response> {
  const { sha256, bytes } = store.artefacts.show(id)
  return byContent(request, { hash: sha256, type: 'application/octet-stream', length: bytes }, async () => {
    const file = await open(store.artefacts.path(id))
    return Readable.toWeb(file.createReadStream()) as ReadableStream
  })
}
