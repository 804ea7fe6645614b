import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { HonoRequest } from 'hono'
import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from '../ensembleView.ts'
import { imageAt, imageSetOf, refuseUnready } from '../imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { byContent } from './byContent.ts'
import type { EngineRoutes } from './caller.ts'
import { numberIn } from './parameters.ts'

/** Numbers as they lie in the artefacts: little-endian, in the order of the images. */
export function arrayRoutes(app: EngineRoutes, { store }: EngineParts): void {
  const serve = (path: string, artefactOf: (request: HonoRequest) => number) =>
    app.get(path, ({ req }) => artefactResponse(store, req, artefactOf(req)))
  serve('/arrays/scores/:score', (request) => scoreFiles(store, request).scores)
  serve('/arrays/nearest/:score', (request) => scoreFiles(store, request).nearest)
  serve('/arrays/labels/:imageSet', (request) => setFiles(store, numberIn(request, 'imageSet')).labels)
  serve('/arrays/splits/:imageSet', (request) => setFiles(store, numberIn(request, 'imageSet')).splits)
  app.get('/arrays/snapshot/:imageSet/:position', ({ req }) => snapshotPixels(store, req))
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

/** The pixels of one image lie together in the snapshot: so few bytes are read at once. */
async function snapshotPixels(store: Store, request: HonoRequest): Promise<Response> {
  const id = numberIn(request, 'imageSet')
  const { snapshot: artefact } = setFiles(store, id)
  const { id: version, snapshot } = imageSetOf(store, id)
  const { position } = imageAt(store, version, numberIn(request, 'position'))
  const { height, width, channels, sha256 } = snapshot!
  const length = height * width * channels
  const content = { hash: `${sha256}-${position}`, type: 'application/octet-stream', length }
  return byContent(request, content, async () => {
    const file = await open(store.artefacts.path(artefact))
    try {
      return (await file.read(new Uint8Array(length), 0, length, position * length)).buffer
    } finally {
      await file.close()
    }
  })
}

async function artefactResponse(store: Store, request: HonoRequest, id: number): Promise<Response> {
  const { sha256, bytes } = store.artefacts.show(id)
  return byContent(request, { hash: sha256, type: 'application/octet-stream', length: bytes }, async () => {
    const file = await open(store.artefacts.path(id))
    return Readable.toWeb(file.createReadStream()) as ReadableStream
  })
}
