import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { engineInTest, settings } from '../../engine/engineInTest.ts'

const few = { epochs: 3, batch: 5, leastSteps: 0 }
const slow = { epochs: 40, batch: 30, leastSteps: 0 }

test('what an ensemble takes is told from a few measured steps, which leave nothing behind and are not taken again', async () => {
  const { api, importSet, workspace } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const cost = await api.training.cost({ imageSetId, settings: settings({ members: 3 }, slow) })
  // A stand-in's step takes as many milliseconds as a batch has images. 36 training images are two steps an epoch.
  expect(cost).toMatchObject({ members: 3, reused: 0, steps: 80, early: false, atOnce: 2, threads: 1, pace: { measured: 'now' }, why: null })
  const { millisecondsPerStep } = cost.pace!
  expect(millisecondsPerStep).toBeGreaterThan(28)
  expect(cost.seconds).toBeCloseTo((2 * 80 * millisecondsPerStep) / 1000, 9)
  expect(cost.freeBytes).toBeGreaterThan(cost.bytes)
  const more = await api.training.cost({ imageSetId, settings: settings({ members: 8, seed: 7 }, { ...slow, epochs: 80 }) })
  // The very same pace: it was not measured again.
  expect(more.seconds).toBeCloseTo((4 * 160 * millisecondsPerStep) / 1000, 9)
  expect(await api.ensembles.list({})).toEqual([])
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('members that were trained before cost nothing, and the others what those took', async () => {
  const { api, importSet, trainOn } = await engineInTest()
  const { id: imageSetId } = await importSet()
  await trainOn(imageSetId, { members: 2 }, few)
  const cost = (members: number) => api.training.cost({ imageSetId, settings: settings({ members }, few) })
  expect(await cost(2)).toMatchObject({ members: 0, reused: 2, bytes: 0, seconds: 0 })
  // A stand-in says that a step takes a second; 36 images are 8 steps an epoch, and two members are trained at once.
  expect(await cost(5)).toMatchObject({ members: 3, reused: 2, pace: { millisecondsPerStep: 1000, measured: 'before' }, seconds: 48 })
})

test('while something computes nothing is measured: the rest is told, with the reason', async () => {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { batch: 300 }) })
  const { jobId } = await api.ensembles.train({ id })
  const cost = await api.training.cost({ imageSetId, settings: settings({}, few) })
  expect(cost).toMatchObject({ members: 2, steps: 24, pace: null, seconds: null, why: { code: 'CONFLICT' } })
  expect(cost.why!.message).toContain('Training of set')
  await api.jobs.cancel({ id: jobId })
})

test('a question that is given up ends the measuring', async () => {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const gone = new AbortController()
  const asked = api.training.cost({ imageSetId, settings: settings({}, { epochs: 9, batch: 2000 }) }, { signal: gone.signal })
  setTimeout(() => gone.abort(), 300)
  await expect(asked).rejects.toThrow()
  const begun = performance.now()
  await api.training.cost({ imageSetId, settings: settings({}, few) })
  expect(performance.now() - begun).toBeLessThan(5000)
})

test.each([
  ['a class that is not there', { heldOut: ['z'] }, {}, '"z" cannot be held out'],
  ['more folds than members', {}, { folds: 5 }, '5 folds need at least 5 members'],
])('settings that cannot be trained are refused before the start: %s', async (_, more, training, sentence) => {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  await expect(api.training.cost({ imageSetId, settings: settings(more, training) })).rejects.toMatchObject({
    code: 'BAD_INPUT', data: { message: expect.stringContaining(sentence) },
  })
})

test('without a runtime it says how to get one', async () => {
  const { api, importSet } = await engineInTest({ runtime: () => undefined })
  const { id: imageSetId } = await importSet()
  await expect(api.training.cost({ imageSetId, settings: settings() })).rejects.toMatchObject({
    code: 'UNAVAILABLE', data: { hint: expect.stringContaining('lacuna runtime install cpu') },
  })
})
