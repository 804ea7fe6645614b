import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import type { ImageRecord } from '../../main/store/images.ts'
import { openStore } from '../../main/store/openStore.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const row = (position: number): ImageRecord => ({
  position, path: `a/${position}.png`, label: position % 2, split: position % 3, hash: `h${position}`,
  width: 8, height: 8, group: position,
})

async function storeWithVersion() {
  const store = await openStore(temporaryFolder())
  const projectId = store.projects.create('p')
  const id = store.imageSets.open(projectId, 's', '/somewhere')
  return { store, projectId, id }
}

test('versions of a set are numbered, and a set goes with its last version', async () => {
  const { store, projectId, id } = await storeWithVersion()
  const second = store.imageSets.open(projectId, 's', '/elsewhere')
  expect(store.imageSets.list().map(({ version, source }) => [version, source])).toEqual([
    [1, '/somewhere'], [2, '/elsewhere'],
  ])
  store.imageSets.remove(id)
  store.imageSets.remove(second)
  expect(store.projects.show(projectId)).toMatchObject({ imageSets: 0 })
})

test('images are read by pages of positions, and removed in pieces', async () => {
  const { store, id } = await storeWithVersion()
  store.images.insertImages(id, Array.from({ length: 10 }, (_, i) => row(i)))
  store.images.insertPairs(id, 0, [{ a: 2, b: 5, kind: 'near', distance: 0.01, leak: true }])
  store.images.insertProblems(id, 0, [{ path: 'x', code: 'empty', message: 'm' }])
  expect(store.images.page({ id, offset: 8, limit: 5 }).map(({ position }) => position)).toEqual([8, 9])
  expect(store.findings.pairs({ id, offset: 0, limit: 5, only: 'all' }, ['even', 'odd'])).toEqual([{
    a: 'a/2.png', b: 'a/5.png', kind: 'near', distance: 0.01, leak: true,
    images: [
      { position: 2, label: 'even', split: 'test', width: 8, height: 8 },
      { position: 5, label: 'odd', split: 'test', width: 8, height: 8 },
    ],
  }])
  const gone = []
  for (let n = store.images.removeSome(id, 4); n > 0; n = store.images.removeSome(id, 4)) gone.push(n)
  expect(gone).toEqual([4, 4, 2, 1, 1])
})

test('pairs and problems are counted by kind, and listed kind by kind', async () => {
  const { store, id } = await storeWithVersion()
  store.images.insertImages(id, Array.from({ length: 10 }, (_, i) => row(i)))
  const pair = (a: number, b: number, leak: boolean) => ({ a, b, kind: 'near' as const, distance: 0.01, leak })
  store.images.insertPairs(id, 0, [pair(0, 2, false), pair(1, 3, true), pair(1, 4, false), { ...pair(2, 6, true), kind: 'exact' }])
  store.images.insertProblems(id, 0, ['empty', 'damaged', 'empty'].map((code, i) => ({ path: `${i}`, code, message: 'm' })))
  expect(store.findings.pairCounts(id)).toEqual({ all: 4, exact: 1, leaks: 2, classes: 1 })
  expect(store.findings.problemKinds(id)).toEqual([{ code: 'empty', count: 2 }, { code: 'damaged', count: 1 }])
  const pairs = (only: 'all' | 'leaks' | 'classes', offset = 0) =>
    store.findings.pairs({ id, offset, limit: 9, only }, ['even', 'odd']).map(({ a, b }) => `${a} ${b}`)
  expect(pairs('leaks')).toEqual(['a/1.png a/3.png', 'a/2.png a/6.png'])
  expect(pairs('leaks', 1)).toEqual(['a/2.png a/6.png'])
  expect(pairs('classes')).toEqual(['a/1.png a/4.png'])
  expect(pairs('all', 3)).toEqual(['a/2.png a/6.png'])
  expect(store.findings.problems({ id, offset: 1, limit: 9, code: 'empty' }).map(({ path }) => path)).toEqual(['2'])
  expect(store.findings.pairsOf(id, 2, 9).map(({ other }) => other)).toEqual([0, 6])
})

test('the split that a content has in another version is found by its hash', async () => {
  const { store, projectId, id } = await storeWithVersion()
  const other = store.imageSets.open(projectId, 'other', '/x')
  store.images.insertImages(id, [row(0), row(1)])
  store.images.insertImages(other, [
    { ...row(0), hash: 'h1' }, { ...row(1), hash: 'new' },
  ])
  expect(store.images.splitsElsewhere({ id: other, offset: 0, limit: 9 }, id)).toEqual([
    { position: 0, split: 1 }, { position: 1, split: null },
  ])
})

test('a place in an ensemble can be written anew, and curves are replaced by the whole', async () => {
  const { store, id } = await storeWithVersion()
  const ensembleId = store.ensembles.create({
    imageSetId: id, name: 'e', settings: preset('paper'), known: [0], heldOut: [1],
  })
  const place = { index: 0, key: 'k', threads: 1, state: 'waiting' as const, reason: null, reused: false }
  store.members.put(ensembleId, place)
  store.members.put(ensembleId, { ...place, key: 'l', threads: 2 })
  store.members.setState(ensembleId, 0, 'failed', 'because')
  expect(store.members.places(ensembleId)).toEqual([
    { ...place, key: 'l', threads: 2, state: 'failed', reason: 'because' },
  ])
  expect(store.members.unfinishedKeys()).toEqual(['l'])
  const point = {
    epoch: 1, step: 9, loss: 1, reconstruction: 2, divergence: 3, validationLoss: null, learningRate: 0.1,
    seconds: 1,
  }
  store.curves.put('l', point)
  store.curves.put('l', { ...point, loss: 0.5 })
  expect(store.curves.of('l')).toEqual([{ ...point, loss: 0.5 }])
  store.curves.replace('l', [{ ...point, epoch: 2 }])
  expect(store.curves.of('l')).toEqual([{ ...point, epoch: 2 }])
  expect(store.ensembles.show(ensembleId)).toMatchObject({
    known: [0], heldOut: [1], settings: preset('paper'),
  })
})

test('an ensemble from before there was a choice of devices was trained by TensorFlow', async () => {
  const { store, id } = await storeWithVersion()
  const { device: _, ...old } = preset('paper')
  const before = store.ensembles.create({ imageSetId: id, name: 'e', settings: old as EnsembleSettings, known: [0], heldOut: [] })
  const now = store.ensembles.create({ imageSetId: id, name: 'f', settings: { ...preset('paper'), device: 'webgpu' }, known: [0], heldOut: [] })
  expect([before, now].map((one) => store.ensembles.show(one)!.settings.device)).toEqual(['tensorflow', 'webgpu'])
})

test('an encoding is completed by what is computed later', async () => {
  const { store } = await storeWithVersion()
  const file = (name: string) => {
    writeFileSync(path.join(store.workspace, name), name)
    return { file: path.join(store.workspace, name), kind: 'x' }
  }
  await store.artefacts.keep(
    { weights: file('w'), description: file('d'), snapshot: file('s'), means: file('m'), later: file('l') },
    (ids) => {
      const health = {
        accuracy: 1, divergence: 1, activeDimensions: 1, smallestAngle: 1, healthy: true, sentences: [],
      }
      store.members.insertTrained({ key: 'k', parameters: 1, seconds: 1, device: '', memory: null, health, ...ids })
      store.encodings.put('k', ids.snapshot, { means: ids.means })
      store.encodings.put('k', ids.snapshot, { bce: ids.later })
      expect(store.encodings.find('k', ids.snapshot)).toEqual({ means: ids.means, bce: ids.later })
    },
  )
  expect(store.encodings.find('k', 99)).toEqual({})
})

test('a job keeps its request to itself and ends with a time', async () => {
  const { store, projectId } = await storeWithVersion()
  const id = store.jobs.create({ kind: 'train', projectId, title: 'T', request: { ensembleId: 3 } })
  expect(store.jobs.request(id)).toEqual({ ensembleId: 3 })
  expect(store.jobs.show(id)).toMatchObject({ state: 'waiting', ended: null, progress: null })
  store.jobs.save({ id, state: 'done', progress: null, error: null, result: { x: 1 } })
  expect(store.jobs.show(id)).toMatchObject({
    state: 'done', result: { x: 1 }, ended: expect.stringMatching(/Z$/),
  })
  expect(store.jobs.list(['waiting', 'running'])).toEqual([])
})
