import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../main/contract/routes.ts'
import { openStore } from '../../main/store/openStore.ts'
import { behaviours } from '../jobs/standIn/behaviours.ts'
import { engineInTest } from './engineInTest.ts'

async function explained(seed = 1) {
  const made = await engineInTest()
  const set = await made.importSet()
  const { ensemble } = await made.trainOn(set.id, { heldOut: ['b'], seed })
  const get = (route: string) => made.engine.fetch(new Request(`http://lacuna${route}`))
  const differences = () => made.api.explanations.differences({ ensembleId: ensemble.id })
  const show = (position: number, options: { signal?: AbortSignal } = {}) =>
    made.api.explanations.show({ ensembleId: ensemble.id, position }, options)
  return { ...made, set, ensemble, get, differences, show }
}

/** What the stand-in was asked, in its order. */
async function asked(workspace: string): Promise<{ what: string; pid: number }[]> {
  const below = (folder: string): string[] => readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => entry.isDirectory() ? below(path.join(folder, entry.name)) : [path.join(folder, entry.name)])
  const notes = below(workspace).filter((file) => file.endsWith('.asked'))
  return notes.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n')).map((line) => {
    const [want, of, pid] = line.split(' ')
    return { what: `${want} ${of}`, pid: Number(pid) }
  })
}

test('an image is explained by all trained members, one process answering one image after the other', async () => {
  const { show, workspace } = await explained()
  const first = await show(4)
  expect(first).toMatchObject({ position: 4, classes: ['a', 'c'], measure: 'sigma', nearest: 0 })
  expect(first.members.map(({ unlike }) => unlike)).toEqual([false, true])
  await show(5)
  const answered = await asked(workspace)
  expect(answered.map(({ what }) => what)).toEqual(['explanation 4', 'explanation 5'])
  expect(new Set(answered.map(({ pid }) => pid)).size).toBe(1)
})

test('of images that are walked over, only those that somebody still waits for are explained, the newest first', async () => {
  const { show, workspace } = await explained()
  const leaving = new AbortController()
  const first = show(0)
  const passed = [1, 2, 3].map((position) => show(position, { signal: leaving.signal }).catch(() => 'left'))
  const last = show(4)
  await new Promise((resolve) => setTimeout(resolve, 15))
  leaving.abort()
  expect(await Promise.all(passed)).toEqual(['left', 'left', 'left'])
  await Promise.all([first, last])
  const what = (await asked(workspace)).map((one) => one.what)
  expect(what).toContain('explanation 4')
  expect(what.length).toBeLessThan(4)
})

test('the maps of the members come once for all images', async () => {
  const { api, ensemble } = await explained()
  const maps = await api.explanations.maps({ ensembleId: ensemble.id })
  expect(maps.map(({ index, classes }) => [index, classes.length])).toEqual([[0, 2], [1, 2]])
})

test('an image comes as members see it, byte for byte as it lies in the snapshot', async () => {
  const { engine, workspace, set, get } = await explained()
  const response = await get(routes.pixels(set.id, 7))
  expect(response.headers.get('etag')).toBe(`"${set.snapshot!.sha256}-7"`)
  await engine.close()
  const store = await openStore(workspace)
  const pixels = readFileSync(store.artefacts.path(store.imageSets.files(set.id)!.snapshot))
  store.close()
  const size = set.snapshot!.height * set.snapshot!.width * set.snapshot!.channels
  expect(Buffer.from(await response.arrayBuffer()).equals(pixels.subarray(7 * size, 8 * size))).toBe(true)
})

test('an image comes as each member draws it', async () => {
  const { set, ensemble, get } = await explained()
  const { height, width, channels } = set.snapshot!
  const bytes = new Uint8Array(await (await get(routes.redrawn(ensemble.id, set.id, 9))).arrayBuffer())
  expect(bytes).toHaveLength(2 * height * width * channels)
  expect(new Set(bytes)).toEqual(new Set([9]))
})

test('the scale of differences is found once, and kept over a restart', async () => {
  const { engine, differences, workspace, ensemble } = await explained()
  const found = await differences()
  expect(found).toEqual({ largest: 0.25, quantile: 0.99, images: 12 })
  expect((await asked(workspace)).map(({ what }) => what)).toEqual(['differences differences'])
  await engine.close()
  const { api } = await engineInTest({ workspace })
  expect(await api.explanations.differences({ ensembleId: ensemble.id })).toEqual(found)
  // What was noted before was swept away at the start.
  expect(await asked(workspace)).toEqual([])
})

test('without a runtime nothing is drawn, which is told in a sentence, and all that needs none is told', async () => {
  const { show, differences, set, ensemble, get } = await explained(behaviours.noRuntime)
  const sentence = 'There is no TensorFlow runtime in /nowhere: set one up.'
  await expect(differences()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: sentence })
  const response = await get(routes.redrawn(ensemble.id, set.id, 0))
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'UNAVAILABLE', message: sentence }])
  expect((await show(1)).members).toHaveLength(2)
  expect((await get(routes.pixels(set.id, 0))).status).toBe(200)
})

test('a process that dies over an image is told of, and the next image has another', async () => {
  const { show, workspace } = await explained(behaviours.deadlyToExplain)
  const ended = { code: 'UNAVAILABLE', message: 'The process that explains images ended before it answered.' }
  await expect(show(1)).rejects.toMatchObject(ended)
  await expect(show(2)).rejects.toMatchObject(ended)
  expect(new Set((await asked(workspace)).map(({ pid }) => pid)).size).toBe(2)
})

test('what is not there, and what the members have not seen, is said', async () => {
  const { api, importSet, ensemble, show, get, set } = await explained()
  await expect(show(9999)).rejects.toMatchObject({ code: 'NOT_FOUND', message: `The image set ${set.id} has no image 9999.` })
  await expect(api.explanations.maps({ ensembleId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await get(routes.pixels(set.id, 9999))).status).toBe(404)
  expect((await get(routes.redrawn(99, set.id, 0))).status).toBe(404)
  const other = await importSet({ classes: ['a'], perClass: 10, salt: 9 }, 'other')
  const unseen = api.explanations.show({ ensembleId: ensemble.id, imageSetId: other.id, position: 0 })
  await expect(unseen).rejects.toMatchObject({ code: 'CONFLICT', data: { hint: 'Score the image set first.' } })
})

test('the processes end with the engine', async () => {
  const { engine, show, workspace } = await explained()
  await show(0)
  const [{ pid }] = await asked(workspace)
  expect(existsSync(`/proc/${pid}`)).toBe(true)
  await engine.close()
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false)
})
