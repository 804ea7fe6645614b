import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../../main/contract/routes.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { behaviours } from '../standIn/behaviours.ts'
import { studyEngine, tinyArm, tinyStudy } from './studyInTest.ts'

test('a study ends with the result of every cell, and nothing of it in the lists that people see', async () => {
  const { api, importSet, run, cells } = await studyEngine()
  await importSet()
  expect(await run(tinyStudy({ seeds: [1, 2] }))).toMatchObject({
    state: 'done', result: { done: 4, failed: 0, missing: 0 },
  })
  expect((await cells()).map((cell) => [cell.set, cell.case, cell.seed, cell.arm, cell.scores[0].metrics.auroc])).toEqual([
    ['set', 'a', 1, 'one', 0.901], ['set', 'b', 1, 'one', 0.901], ['set', 'a', 2, 'one', 0.902], ['set', 'b', 2, 'one', 0.902],
  ])
  expect((await cells())[0]).toMatchObject({
    state: 'done', reason: null, members: 2, trainingSeconds: 6, threads: 1, scoringSeconds: 2, parameters: 2, memory: 200,
    device: 'stand-in', scores: [{ detector: 'plain', seconds: 1 }],
  })
  expect(await api.ensembles.list({})).toEqual([])
  expect((await api.jobs.list({})).map(({ kind }) => kind)).toEqual(['import', 'study'])
  expect((await api.studies.list())[0]).toMatchObject({ name: 'tiny', cells: 4, done: 4, failed: 0, jobId: null })
})

test('weights of finished cells are kept, what their members said of the images is not', async () => {
  const { importSet, run, workspace, asked } = await studyEngine()
  await importSet()
  await run(tinyStudy())
  const [first] = asked()
  expect(existsSync(first.members[0].weights)).toBe(true)
  expect(existsSync(first.members[0].encodings.means!)).toBe(false)
  expect(existsSync(path.join(workspace, 'work', 'study-2'))).toBe(false)
})

test('another device trains and measures the cells, and makes no other cells of them', async () => {
  const { importSet, run, cells, asked } = await studyEngine()
  await importSet()
  await run(tinyStudy(), { limit: 1, device: 'webgpu' })
  await run(tinyStudy())
  expect(asked().map(({ device }) => device)).toEqual(['webgpu', 'tensorflow'])
  expect(asked()[0].members[0].key).not.toBe(asked()[1].members[0].key)
  expect(await cells()).toHaveLength(2)
})

test('what an ensemble of people has in common with a cell stays theirs', async () => {
  const { engine, importSet, run, trainOn, asked } = await studyEngine()
  const { id } = await importSet()
  const { ensemble } = await trainOn(id, { heldOut: ['a'] }, { epochs: 3, leastSteps: 0 })
  await run(tinyStudy({ protocol: { kind: 'each-class', classes: ['a'] } }))
  expect(asked()[0].members[0].key).toBe(ensemble.members[0].key)
  const means = await engine.fetch(new Request(`http://lacuna${routes.means(ensemble.id, 0, id)}`))
  expect(means.status).toBe(200)
})

test('run again, only what is missing runs: with a seed more, its cells', async () => {
  const { importSet, run, cells, asked } = await studyEngine()
  await importSet()
  await run(tinyStudy())
  const before = await cells()
  await run(tinyStudy())
  expect(asked()).toHaveLength(2)
  await run(tinyStudy({ seeds: [1, 2] }))
  expect(asked().map(({ seed }) => seed)).toEqual([1, 1, 2, 2])
  expect((await cells()).slice(0, 2)).toEqual(before)
})

test('a cell with two names, a varied value being the arm’s own, is run and counted once', async () => {
  const { api, importSet, run } = await studyEngine()
  await importSet()
  const spec = tinyStudy({ vary: [{ arms: ['one'], setting: 'members', values: [2, 3] }] })
  expect(await run(spec)).toMatchObject({
    state: 'done', result: { done: 4, failed: 0, missing: 0 }, progress: { done: 4, total: 4 },
  })
  expect((await api.studies.list())[0]).toMatchObject({ cells: 4, done: 4 })
})

test('so many cells as asked for run, and the next run goes on with the others', async () => {
  const { importSet, run } = await studyEngine()
  await importSet()
  expect((await run(tinyStudy(), { limit: 1 })).result).toMatchObject({ done: 1, missing: 1 })
  expect((await run(tinyStudy())).result).toMatchObject({ done: 2, missing: 0 })
})

test('a cell whose member fails, or that cannot be measured, is named with the reason, and the others are right', async () => {
  const { importSet, run, cells, asked } = await studyEngine()
  await importSet()
  const { diverges, unmeasured } = behaviours
  const study = tinyStudy({ protocol: { kind: 'each-class', classes: ['a'] }, seeds: [diverges, unmeasured, 3] })
  expect(await run(study)).toMatchObject({ state: 'done', result: { done: 1, failed: 2, missing: 0 } })
  const [first, second, third] = await cells()
  expect(first).toMatchObject({ seed: diverges, state: 'failed', scores: [], trainingSeconds: null })
  expect(first.reason).toContain('1 of 2 members failed. Member 1: The loss became NaN in epoch 2.')
  expect(second).toMatchObject({ state: 'failed', reason: 'Nothing to measure. Add some.' })
  expect(third).toMatchObject({ state: 'done', scores: [{ metrics: { auroc: 0.903 } }] })
  await run(study)
  expect(asked().map(({ seed }) => seed)).toEqual([unmeasured, 3, unmeasured])
})

test('cells are shared: what another study measured is there under the names of this one', async () => {
  const { importSet, run, cells, asked } = await studyEngine()
  await importSet()
  await run(tinyStudy())
  await run(tinyStudy({ name: 'other', arms: [tinyArm('renamed')] }))
  expect(asked()).toHaveLength(2)
  expect((await cells('other')).map(({ arm }) => arm)).toEqual(['renamed', 'renamed'])
})

test('results in a folder are taken for done on another machine, and every cell is written there as it ends', async () => {
  const results = path.join(temporaryFolder(), 'results')
  const first = await studyEngine()
  await first.importSet()
  await first.run(tinyStudy(), { results })
  const file = path.join(results, 'cells.json')
  const text = readFileSync(file, 'utf8')
  expect(JSON.parse(text)).toEqual(await first.cells())
  const second = await studyEngine({ cores: 1 })
  await second.importSet()
  await second.run(tinyStudy({ seeds: [1, 2] }), { results })
  expect(second.asked().map(({ seed }) => seed)).toEqual([2, 2])
  const now = readFileSync(file, 'utf8').split('\n')
  expect(now).toHaveLength(7)
  for (const line of text.split('\n').slice(1, 3)) expect(now.map((one) => one.replace(/,$/, ''))).toContain(line.replace(/,$/, ''))
})

test('results of other cells stay in the file', async () => {
  const results = temporaryFolder()
  const { importSet, run } = await studyEngine()
  await importSet()
  await run(tinyStudy({ seeds: [1] }), { results })
  await run(tinyStudy({ seeds: [2] }), { results })
  const seeds = JSON.parse(readFileSync(path.join(results, 'cells.json'), 'utf8')).map(({ seed }: { seed: number }) => seed)
  expect(seeds).toEqual([1, 1, 2, 2])
})

test('a file that holds something else is refused with its place, and left alone', async () => {
  const results = temporaryFolder()
  writeFileSync(path.join(results, 'cells.json'), '{"a": 1}')
  const { importSet, run } = await studyEngine()
  await importSet()
  const { state, error } = await run(tinyStudy(), { results })
  expect(state).toBe('failed')
  expect(error?.message).toContain(`${path.join(results, 'cells.json')} does not hold results of a study`)
  expect(readFileSync(path.join(results, 'cells.json'), 'utf8')).toBe('{"a": 1}')
})

test('an arm without members trains nothing', async () => {
  const { api, importSet, run, asked } = await studyEngine({ detectors: [{
    id: 'pixels', name: 'N', sentence: 'S', formula: 'F', source: 'T', reads: 'pixels', models: ['cl-vae'], fewestClasses: 1,
  }], runtime: () => undefined })
  await importSet()
  expect(await run(tinyStudy({ arms: [tinyArm('pixels', { members: 0, detectors: ['pixels'] })] }))).toMatchObject({
    state: 'done', result: { done: 2 },
  })
  expect(asked()[0].members).toEqual([])
  expect((await api.jobs.list({ states: ['done'] })).filter(({ kind }) => kind === 'train')).toEqual([])
})

test('without TensorFlow, a study that trains fails at once with what to do, and no cell is spoilt', async () => {
  const { importSet, run, cells } = await studyEngine({ runtime: () => undefined })
  await importSet()
  expect(await run(tinyStudy())).toMatchObject({ state: 'failed', error: { code: 'UNAVAILABLE' } })
  expect(await cells()).toEqual([])
})

test('the images of another set are the anomalies of a foreign protocol', async () => {
  const { importSet, run, asked, cells } = await studyEngine()
  await importSet()
  await importSet({ classes: ['x', 'y'], perClass: 10, salt: 9 }, 'clothes')
  await run(tinyStudy({ sets: [{ name: 'set' }, { name: 'clothes' }], protocol: { kind: 'foreign', set: 'clothes' } }))
  const [{ probe, images }] = asked()
  expect(probe).toMatchObject({ kind: 'foreign', images: { snapshot: { images: 20 } } })
  expect(images).toMatchObject({ known: [0, 1, 2], heldOut: [] })
  expect((await cells())[0].case).toBe('clothes')
})

test('a removed study frees its members, its image set can go then, and run again it knows what its cells gave', async () => {
  const { api, importSet, run, asked } = await studyEngine()
  const { id } = await importSet()
  await run(tinyStudy())
  await run(tinyStudy({ name: 'part', protocol: { kind: 'each-class', classes: ['a'] } }))
  await expect(api.imageSets.remove({ id })).rejects.toThrow('a study trained members on it')
  await api.studies.remove({ name: 'tiny' })
  expect((await run(tinyStudy())).result).toMatchObject({ done: 2 })
  expect(asked()).toHaveLength(2)
  await api.studies.remove({ name: 'tiny' })
  // A stand-in's weights are the same in both cases: the last one that has them frees them.
  expect((await api.studies.remove({ name: 'part' })).freedBytes).toBeGreaterThan(0)
  await expect(api.studies.show({ name: 'part' })).rejects.toThrow('No study "part" was started yet.')
  expect((await api.imageSets.remove({ id })).freedBytes).toBeGreaterThan(0)
})
