import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { engineInTest, settings } from '../../engine/engineInTest.ts'
import { behaviours } from '../standIn/behaviours.ts'

test('a training ends with every member done, its curve, health and files kept, and its working folder gone', async () => {
  const { importSet, trainOn, workspace } = await engineInTest()
  const { ensemble, job } = await trainOn((await importSet()).id, { heldOut: ['b'] })
  expect(job).toMatchObject({ state: 'done', error: null, result: { done: [0, 1], failed: [], reused: [] } })
  expect(ensemble).toMatchObject({ known: ['a', 'c'], heldOut: ['b'] })
  expect(ensemble.members.map(({ state, curve, device, threads }) => [state, curve.length, device, threads]))
    .toEqual([['done', 4, 'stand-in', 1], ['done', 4, 'stand-in', 1]])
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('a member that was trained before is found by its key, however many members there are beside it', async () => {
  const { importSet, trainOn } = await engineInTest()
  const { id } = await importSet()
  const first = await trainOn(id, { members: 2 })
  const second = await trainOn(id, { members: 3 })
  expect(second.job.result).toMatchObject({ done: [0, 1, 2], reused: [0, 1] })
  expect(second.ensemble.members[0].key).toBe(first.ensemble.members[0].key)
  expect(second.ensemble.members[2]).toMatchObject({ reused: false, state: 'done' })
})

test('a worker that the system kills fails only its member, with a sentence, and training again completes the ensemble', async () => {
  const { api, importSet, trainOn, ended } = await engineInTest()
  const { ensemble, job } = await trainOn((await importSet()).id, { members: 3, seed: behaviours.diesOnce })
  expect(job).toMatchObject({
    state: 'failed', error: { code: 'MEMBER_FAILED' }, result: { done: [0, 2], failed: [1] },
  })
  expect(ensemble.members[1]).toMatchObject({
    state: 'failed', reason: expect.stringContaining('probably out of memory'),
  })
  const again = await ended((await api.ensembles.train({ id: ensemble.id })).jobId)
  expect(again).toMatchObject({ state: 'done', result: { done: [0, 1, 2] } })
})

test.each([
  ['diverges', behaviours.diverges, 'The loss became NaN in epoch 2.'],
  ['finds the disk full', behaviours.fullDisk, 'The disk is full'],
  ['meets an error of ours', behaviours.crashes, 'an assertion of ours'],
])('a member that %s fails with the reason, and without a stack', async (_, seed, sentence) => {
  const { importSet, trainOn } = await engineInTest()
  const { ensemble } = await trainOn((await importSet()).id, { seed })
  expect(ensemble.members.map(({ state }) => state)).toEqual(['done', 'failed'])
  expect(ensemble.members[1].reason).toContain(sentence)
  expect(ensemble.members[1].reason).not.toMatch(/\n\s+at /)
})

test('a paused training rests with checkpoints, and ends with the same weights as one that was never paused', async () => {
  const { api, importSet, ended, engine, workspace } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { epochs: 12, batch: 20 }) })
  const { jobId } = await api.ensembles.train({ id })
  await untilEpoch(api, id, 2)
  expect(await api.jobs.pause({ id: jobId })).toMatchObject({ state: 'paused' })
  const paused = await api.ensembles.show({ id })
  expect(paused.members.map(({ state }) => state)).toEqual(['paused', 'paused'])
  expect(existsSync(path.join(workspace, 'work', `member-${paused.members[0].key}`, 'checkpoint.json'))).toBe(
    true,
  )
  await api.jobs.resume({ id: jobId })
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  const whole = await engineInTest()
  await whole.trainOn((await whole.importSet()).id, {}, { epochs: 12, batch: 20 })
  expect(descriptions(workspace)).toEqual(descriptions(whole.workspace))
  expect(engine.queue.running).toBe(0)
})

test('a cancelled training ends within seconds even where a worker does not listen, and leaves no checkpoint', async () => {
  const { api, importSet, workspace } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({ seed: behaviours.deaf }) })
  const { jobId } = await api.ensembles.train({ id })
  await untilEpoch(api, id, 1)
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' })
  expect((await api.ensembles.show({ id })).members.map(({ state }) => state)).toEqual([
    'cancelled', 'cancelled',
  ])
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('a waiting training can be paused, resumed and cancelled too', async () => {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const create = async (seed: number) =>
    (await api.ensembles.create({ imageSetId, settings: settings({ seed }, { batch: 500 }) })).id
  const [first, second] = [await create(1), await create(2)]
  const running = (await api.ensembles.train({ id: first })).jobId
  const waiting = (await api.ensembles.train({ id: second })).jobId
  expect(await api.jobs.pause({ id: waiting })).toMatchObject({ state: 'paused' })
  expect(await api.jobs.resume({ id: waiting })).toMatchObject({ state: 'waiting' })
  expect(await api.jobs.cancel({ id: waiting })).toMatchObject({ state: 'cancelled' })
  expect((await api.ensembles.show({ id: second })).members.map(({ state }) => state)).toEqual([
    'cancelled', 'cancelled',
  ])
  expect(await api.jobs.cancel({ id: running })).toMatchObject({ state: 'cancelled' })
})

test('asking twice to train an ensemble gives one job', async () => {
  const { api, importSet } = await engineInTest()
  const { id } = await api.ensembles.create({
    imageSetId: (await importSet()).id, settings: settings({}, { batch: 100 }),
  })
  const jobs = await Promise.all([api.ensembles.train({ id }), api.ensembles.train({ id })])
  expect(jobs[0].jobId).toBe(jobs[1].jobId)
  await api.jobs.cancel({ id: jobs[0].jobId })
})

test('without a TensorFlow runtime an ensemble is refused with what to do', async () => {
  const { api, importSet } = await engineInTest({ runtime: () => undefined })
  const { id } = await importSet()
  await expect(api.ensembles.create({ imageSetId: id, settings: settings() })).rejects.toMatchObject({
    code: 'UNAVAILABLE', data: { hint: expect.stringContaining('lacuna runtime install cpu') },
  })
})

type TestApi = Awaited<ReturnType<typeof engineInTest>>['api']

function untilEpoch(api: TestApi, id: number, epoch: number): Promise<void> {
  return until(async () =>
    (await api.ensembles.show({ id })).members.every(({ curve }) => curve.length >= epoch),
  )
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  await expect.poll(reached, { timeout: 20_000, interval: 20 }).toBe(true)
}

/** The members' descriptions, which hold what the stand-in's weights come to. */
function descriptions(workspace: string): string[] {
  const root = path.join(workspace, 'artefacts')
  const files = readdirSync(root).flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)),
  )
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(file, 'utf8'))
    .sort()
}
