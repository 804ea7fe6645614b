import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { engineInTest, settings, threeClasses } from '../engine/engineInTest.ts'

async function folded(set = threeClasses) {
  const engine = await engineInTest()
  const { id } = await engine.importSet(set)
  const { ensemble } = await engine.trainOn(id, {}, { folds: 2 })
  return { ...engine, imageSetId: id, ensembleId: ensemble.id, ensemble }
}

test('the labels of an ensemble with folds are judged by a worker that knows the groups, and listed in its order', async () => {
  const { api, ended, ensembleId } = await folded({ ...threeClasses, alike: 2 })
  const job = await ended((await api.labels.compute({ ensembleId })).jobId)
  expect(job).toMatchObject({ state: 'done', error: null, kind: 'score', result: { ensembleId } })
  expect(await api.labels.show({ ensembleId })).toMatchObject({
    ensembleId, members: 2, images: 59, issues: 1, strangers: 1, rules: { labelIssue: '2 folds', foreign: '30 groups' },
  })
  expect(await api.labels.list({ ensembleId, limit: 3 })).toMatchObject([
    { rank: 1, position: 1, finding: 'label issue', label: 'a', suggested: 'b', score: 2, foreign: 0.5, split: 'train' },
    { rank: 2, position: 0, finding: 'foreign', score: 0 },
    { rank: 3, position: 2, finding: null, score: -2, foreign: null },
  ])
  expect(await api.labels.list({ ensembleId, offset: 58 })).toMatchObject([{ rank: 59, position: 58 }])
  expect(await api.labels.list({ ensembleId, offset: 59 })).toEqual([])
})

test('labels are judged once by the same members', async () => {
  const { api, ended, ensembleId } = await folded()
  await ended((await api.labels.compute({ ensembleId })).jobId)
  const { created } = await api.labels.show({ ensembleId })
  await ended((await api.labels.compute({ ensembleId })).jobId)
  expect((await api.labels.show({ ensembleId })).created).toBe(created)
})

test('labels that were not judged yet are NOT_FOUND, and an ensemble without folds cannot judge them', async () => {
  const { api, trainOn, imageSetId, ensembleId } = await folded()
  await expect(api.labels.list({ ensembleId })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
  const { ensemble } = await trainOn(imageSetId)
  await expect(api.labels.compute({ ensembleId: ensemble.id })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('learned from all training images'),
  })
})

test('what is said of labels goes with its ensemble', async () => {
  const { api, ended, ensembleId, engine, workspace } = await folded()
  await ended((await api.labels.compute({ ensembleId })).jobId)
  await api.ensembles.remove({ id: ensembleId })
  const left = readdirSync(`${workspace}/artefacts`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'))
  expect(left).toEqual([])
  expect(engine.queue.running).toBe(0)
})

test('members of other folds, or of other groups, are others; and those without folds are as they were', async () => {
  const engine = await engineInTest()
  const single = await engine.importSet()
  const pairs = await engine.importSet({ ...threeClasses, alike: 2 }, 'pairs')
  const keyOf = async (imageSetId: number, folds: number | null) => {
    const { members } = await engine.api.ensembles.create({ imageSetId, settings: settings({ members: 4 }, { folds }) })
    return members[0].key
  }
  const keys = await Promise.all([keyOf(single.id, 2), keyOf(single.id, 4), keyOf(pairs.id, 2), keyOf(single.id, null)])
  expect(new Set(keys).size).toBe(4)
  expect(await keyOf(pairs.id, null)).toBe(keys[3])
})

test.each([
  ['fewer members than folds', settings({ members: 4 }, { folds: 5 }), 1, '5 folds need at least 5 members'],
  ['a class that is one group of near-duplicates', settings({}, { folds: 2 }), 20, '"a", "b", "c" of "set" has one'],
])('%s are refused with a sentence', async (_, wanted, alike, sentence) => {
  const engine = await engineInTest()
  const { id } = await engine.importSet({ ...threeClasses, alike })
  await expect(engine.api.ensembles.create({ imageSetId: id, settings: wanted })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining(sentence),
  })
  expect(await engine.api.ensembles.list({})).toEqual([])
})
