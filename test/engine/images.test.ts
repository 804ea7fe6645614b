import { expect, test } from 'vitest'
import { routes } from '../../main/contract/routes.ts'
import { engineInTest, threeClasses } from './engineInTest.ts'

test('what was found is counted by kind', async () => {
  const { api, importSet } = await engineInTest()
  const { id } = await importSet()
  expect(await api.images.findings({ imageSetId: id })).toEqual({
    problems: [{ code: 'empty', count: 1 }], pairs: { all: 1, exact: 1, leaks: 1, classes: 0 },
  })
})

test('an image names those it is paired with, and those of its group that others are paired with', async () => {
  const { api, importSet } = await engineInTest()
  const { id } = await importSet({ ...threeClasses, alike: 3 })
  const alike = await api.images.alike({ imageSetId: id, position: 0 })
  expect(alike.map(({ position, pair }) => [position, pair])).toEqual([
    [4, { kind: 'exact', distance: 0, leak: true }], [1, null], [2, null],
  ])
  expect(alike[0]).toMatchObject({ path: 'a/4.png', label: 'a', split: 'test' })
  await expect(api.images.alike({ imageSetId: id, position: 60 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an image’s ranks are those of the rankings of each detector', async () => {
  const { api, importSet, trainOn, ended } = await engineInTest()
  const set = await importSet()
  const { ensemble } = await trainOn(set.id, { heldOut: ['b'] })
  await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain', 'other'] })).jobId)
  const stored = await api.scores.list({ ensembleId: ensemble.id })
  for (const position of [0, 25, 59]) {
    const said = await api.images.scores({ imageSetId: set.id, position })
    expect(said.map(({ detector }) => detector).toSorted()).toEqual(['other', 'plain'])
    for (const { scoreId, rank, score, flagged, of, role, nearest } of said) {
      const ranked = (await api.scores.ranking({ id: scoreId })).find((row) => row.position === position)!
      expect({ rank, score, flagged, role, nearest }).toEqual({
        rank: ranked.rank, score: ranked.score, flagged: ranked.flagged, role: ranked.role, nearest: ranked.nearest,
      })
      expect(of).toBe(stored[0].images)
    }
  }
})

test('the pixels of one image are those of the snapshot', async () => {
  const { engine, importSet } = await engineInTest()
  const { id } = await importSet()
  const get = (position: number, headers = {}) =>
    engine.fetch(new Request(`http://lacuna${routes.pixels(id, position)}`, { headers }))
  const response = await get(7)
  expect([...new Uint8Array(await response.arrayBuffer())])
    .toEqual(Array.from({ length: 64 }, (_, i) => ((7 * 64 + i) * 7 + threeClasses.salt) % 256))
  expect((await get(7, { 'if-none-match': response.headers.get('etag')! })).status).toBe(304)
  expect((await get(60)).status).toBe(404)
})
