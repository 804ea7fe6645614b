import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { routes } from '../../../main/contract/routes.ts'
import { engineInTest, settings } from '../engineInTest.ts'

async function scored() {
  const made = await engineInTest()
  const set = await made.importSet()
  const { ensemble } = await made.trainOn(set.id, { heldOut: ['b'] })
  const { jobId } = await made.api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'] })
  await made.ended(jobId)
  const [score] = await made.api.scores.list({ ensembleId: ensemble.id })
  const get = (route: string, headers = {}) => made.engine.fetch(new Request(`http://lacuna${route}`, { headers }))
  return { ...made, set, ensemble, score, get }
}

const numbers = async <T>(response: Promise<Response>, Type: new (buffer: ArrayBuffer) => T): Promise<T> =>
  new Type(await (await response).arrayBuffer())

test('each array has one entry an image, in the order of the images, as the typed contract has them too', async () => {
  const { api, get, set, score, ensemble } = await scored()
  const rows = await api.imageSets.images({ id: set.id })
  const labels = await numbers(get(routes.labels(set.id)), Int32Array)
  expect([...labels].map((label) => set.classes[label])).toEqual(rows.map(({ label }) => label))
  const splits = await numbers(get(routes.splits(set.id)), Uint8Array)
  expect([...splits].map((split) => ['train', 'validation', 'test'][split])).toEqual(rows.map(({ split }) => split))
  const values = await numbers(get(routes.scores(score.id)), Float32Array)
  const nearest = await numbers(get(routes.nearest(score.id)), Int16Array)
  for (const { position, score: value, nearest: name } of await api.scores.ranking({ id: score.id })) {
    expect(values[position]).toBe(value)
    expect(set.classes[nearest[position]]).toBe(name)
  }
  const { dimension } = await api.ensembles.latent({ id: ensemble.id, member: 1 })
  const means = await numbers(get(routes.means(ensemble.id, 1, set.id)), Float32Array)
  expect(means.length).toBe(set.images * dimension)
})

test('an array says how long it is, and is named by its content: asked for again it is not sent again', async () => {
  const { get, set } = await scored()
  const response = await get(routes.labels(set.id))
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-length')).toBe(String(bytes.length))
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(response.headers.get('etag')).toBe(`"${hash}"`)
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
  const again = await get(routes.labels(set.id), { 'if-none-match': `"x", W/"${hash}"` })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await get(`${routes.labels(set.id)}?content=${hash}`)).headers.get('cache-control')).toContain('immutable')
  expect((await get(`${routes.labels(set.id)}?content=other`)).headers.get('cache-control')).not.toContain('immutable')
})

test('HEAD tells the length and sends nothing', async () => {
  const { engine, set } = await scored()
  const response = await engine.fetch(new Request(`http://lacuna${routes.labels(set.id)}`, { method: 'HEAD' }))
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, String(set.images * 4), ''])
})

test('what is not there is told as a failure with code, message and hint', async () => {
  const { get, ensemble, set } = await scored()
  const missing = [
    routes.scores(99), routes.nearest(99), routes.labels(99), routes.splits(99), routes.means(99, 0, set.id), routes.means(ensemble.id, 9, set.id),
    '/arrays/scores/x', '/arrays/scores/-1', '/arrays/scores/1e3', '/arrays/scores/', '/arrays/nothing/1', '/arrays/scores/1/2', '/arrays/..%2f..%2fetc/passwd',
  ]
  for (const route of missing) {
    const response = await get(route, { accept: 'text/html' })
    expect([route, response.status]).toEqual([route, 404])
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', message: expect.stringMatching(/\.$/) })
  }
})

test('an array of a set that is still being imported is a conflict, not an empty one', async () => {
  const { api, engine, source } = await engineInTest()
  const { id } = await api.imageSets.import({ project: 'p', source: source({ classes: ['a'], perClass: 5, salt: 1, waitMilliseconds: 60_000 }) })
  const response = await engine.fetch(new Request(`http://lacuna${routes.labels(id)}`))
  expect([response.status, await response.json()]).toMatchObject([409, { code: 'CONFLICT', hint: expect.any(String) }])
})

test('a member’s latent space has prior means by known class, and Gaussians with their factors', async () => {
  const { api, ensemble } = await scored()
  expect(await api.ensembles.latent({ id: ensemble.id, member: 0 })).toEqual({
    dimension: 2, radius: 3, priorMeans: [[0, 0], [1, 0]],
    gaussians: {
      means: [[0, 0], [1, 0]], covariances: [[1, 0, 0, 1], [1, 0, 0, 1]], choleskys: [[1, 0, 0, 1], [1, 0, 0, 1]],
    },
  })
  await expect(api.ensembles.latent({ id: ensemble.id, member: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a member that is not trained has no latent space yet', async () => {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings() })
  await expect(api.ensembles.latent({ id, member: 0 })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('one image’s row is the one that the list has at its position', async () => {
  const { api, set } = await scored()
  const [row] = await api.imageSets.images({ id: set.id, offset: 7, limit: 1 })
  expect(await api.imageSets.row({ id: set.id, position: 7 })).toEqual(row)
  await expect(api.imageSets.row({ id: set.id, position: set.images })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the engine names what will compute, and says where no TensorFlow is set up', async () => {
  const { api } = await engineInTest()
  expect(await api.engine.device()).toMatchObject({ kind: 'cpu', name: expect.stringMatching(/\S/), cores: 2, runtime: { flavour: 'cpu', version: '0' } })
  const { api: bare } = await engineInTest({ runtime: () => undefined })
  expect(await bare.engine.device()).toMatchObject({ runtime: null })
})
