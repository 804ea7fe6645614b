import { expect, test } from 'vitest'
import { studyEngine, tinyArm, tinyStudy } from './studyInTest.ts'

const long = { epochs: 40, batch: 5, leastSteps: 0 }

test('the cost is what is missing, by the steps of members that were trained before', async () => {
  const { api, importSet, run } = await studyEngine()
  await importSet()
  await run(tinyStudy({ protocol: { kind: 'each-class', classes: ['c'] } }))
  const study = tinyStudy({ arms: [tinyArm('one', { members: 4 })] })
  const cost = await api.studies.cost({ spec: study })
  // A stand-in says that a step takes a second. 24 training images are 5 steps an epoch; two members train at once.
  expect(cost).toMatchObject({ cells: 2, done: 0, members: 8, early: false })
  expect(cost.arms).toMatchObject([{ arm: 'one', members: 8, steps: 8 * 3 * 5, millisecondsPerStep: 1000, measured: 'before' }])
  expect(cost.hours).toBeCloseTo((8 * 3 * 5) / 2 / 3600, 9)
})

test('members that are there, or that a cell before has, cost nothing', async () => {
  const { api, importSet, run } = await studyEngine()
  await importSet()
  await run(tinyStudy({ protocol: { kind: 'each-class', classes: ['a'] } }))
  const twice = tinyStudy({ arms: [tinyArm('one', { detectors: ['plain', 'other'] }), tinyArm('two')] })
  const cost = await api.studies.cost({ spec: twice })
  expect(cost).toMatchObject({ cells: 4, done: 1, members: 2 })
})

test('what nobody has trained yet is timed by a probe, which leaves nothing behind', async () => {
  const { api, importSet } = await studyEngine()
  await importSet()
  const cost = await api.studies.cost({ spec: tinyStudy({ arms: [tinyArm('one', { training: { ...long, patience: 3 } })] }) })
  expect(cost.arms).toMatchObject([{ measured: 'now' }])
  expect(cost.arms[0].millisecondsPerStep).toBeGreaterThan(4)
  expect(cost.early).toBe(true)
  expect(await api.ensembles.list({})).toEqual([])
})

test('a study without its image set says which, and how to get it', async () => {
  const { start } = await studyEngine()
  await expect(start(tinyStudy())).rejects.toThrow('The study "tiny" needs an image set named "set", and there is none.')
})

test('a folder for results must be an absolute path', async () => {
  const { importSet, start } = await studyEngine()
  await importSet()
  await expect(start(tinyStudy(), { results: 'here' })).rejects.toThrow('"here" is not an absolute path')
})
