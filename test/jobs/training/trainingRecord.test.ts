import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { TrainingLogLine } from '../../../main/contract/training.ts'
import { routes } from '../../../main/contract/routes.ts'
import { readPreview } from '../../../main/contract/trainingPreview.ts'
import { engineInTest, settings } from '../../engine/engineInTest.ts'
import { behaviours } from '../standIn/behaviours.ts'
import { studyEngine, tinyStudy } from '../study/studyInTest.ts'

type TestEngine = Awaited<ReturnType<typeof engineInTest>>

const texts = (lines: TrainingLogLine[], member: number | null) =>
  lines.filter((line) => line.member === member).map(({ text }) => text)

async function preview({ engine }: TestEngine, ensemble: number, member: number) {
  const response = await engine.fetch(new Request(`http://lacuna${routes.preview(ensemble, member)}`))
  if (!response.ok) throw await response.json()
  return readPreview(await response.arrayBuffer())
}

test('a training leaves a log: asked for, begun, each epoch of each member, done; dated, and oldest first', async () => {
  const { api, importSet, trainOn } = await engineInTest()
  const { ensemble } = await trainOn((await importSet()).id)
  const lines = await api.training.log({ ensembleId: ensemble.id })
  expect(texts(lines, null)).toEqual([
    'Training was asked for.', 'Begins: 2 members to train; 1 thread each on 2 cores; TensorFlow 0 cpu.', 'All members are done.',
  ])
  expect(texts(lines, 1)).toEqual([
    'Starts.', ...[1, 2, 3, 4].map((epoch) => expect.stringMatching(`^Epoch ${epoch}, step ${epoch}: loss `)),
    expect.stringMatching(/^Done in 4\.0 s, 4 epochs, 2 parameters, and looks healthy\.$/),
  ])
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted())
})

test('the log tells of a pause, and of going on from a step', async () => {
  const { api, importSet, ended } = await engineInTest()
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { epochs: 30, batch: 20 }) })
  const { jobId } = await api.ensembles.train({ id })
  const log = () => api.training.log({ ensembleId: id })
  await expect.poll(async () => texts(await log(), 0).length, { timeout: 20_000 }).toBeGreaterThan(3)
  await api.jobs.pause({ id: jobId })
  await api.jobs.resume({ id: jobId })
  await ended(jobId)
  const lines = await log()
  expect(texts(lines, null).filter((text) => !text.startsWith('Begins'))).toEqual([
    'Training was asked for.', 'Paused.', 'Resumed.', 'All members are done.',
  ])
  expect(texts(lines, 0)).toContain('Paused, and left a checkpoint.')
  expect(texts(lines, 0)).toContainEqual(expect.stringMatching(/^Goes on from step \d+\.$/))
})

test('the log tells of a failure with its reason and what to do, and of training again', async () => {
  const { api, importSet, ended, trainOn } = await engineInTest()
  const { ensemble: { id } } = await trainOn((await importSet()).id, { seed: behaviours.diesOnce })
  await ended((await api.ensembles.train({ id })).jobId)
  const lines = await api.training.log({ ensembleId: id })
  expect(texts(lines, null).filter((text) => !text.startsWith('Begins'))).toEqual([
    'Training was asked for.', expect.stringMatching(/^1 of 2 members failed\. .* Train the ensemble again/),
    'Training was asked for.', 'All members are done.',
  ])
  expect(texts(lines, null)).toContainEqual(expect.stringMatching('^Begins: 1 member to train; 1 done before;'))
  expect(lines.filter(({ kind, member }) => kind === 'failure' && member === 1)).toMatchObject([
    { text: expect.stringMatching(/^Failed\. .*probably out of memory.* Close other programs/) },
  ])
})

test('a log is told as it grows, and goes with its ensemble', async () => {
  const { api, importSet, trainOn } = await engineInTest()
  const { id } = await importSet()
  const events = await api.jobs.events({})
  const { ensemble } = await trainOn(id)
  const told: string[] = []
  for await (const event of events) {
    if (event.type === 'log') told.push(event.line.text)
    if (told.at(-1) === 'All members are done.') break
  }
  expect(told).toEqual((await api.training.log({ ensembleId: ensemble.id })).map(({ text }) => text))
  await api.ensembles.remove({ id: ensemble.id })
  await expect(api.training.log({ ensembleId: ensemble.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a member can be looked at while it is trained, and afterwards as it was last, also in another ensemble', async () => {
  const inTest = await engineInTest()
  const { api, importSet, ended, trainOn } = inTest
  const { id: imageSetId } = await importSet()
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { epochs: 40, batch: 20 }) })
  await expect(preview(inTest, id, 7)).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('no member 7') })
  expect((await inTest.engine.fetch(new Request(`http://lacuna${routes.preview(id, 0)}`))).status).toBe(204)
  const { jobId } = await api.ensembles.train({ id })
  const epochNow = () => preview(inTest, id, 1).then(({ epoch }) => epoch, () => 0)
  await expect.poll(epochNow, { timeout: 20_000 }).toBeGreaterThan(1)
  expect((await api.jobs.show({ id: jobId })).state).toBe('running')
  await ended(jobId)
  const last = await preview(inTest, id, 1)
  expect(last).toMatchObject({ epoch: 40, dimension: 8, image: { height: 2, width: 2, channels: 1 } })
  expect(last.means).toHaveLength(last.classes.length * 8)
  const other = await trainOn(imageSetId, { members: 3 }, { epochs: 40, batch: 20 })
  expect(await preview(inTest, other.ensemble.id, 1)).toEqual(last)
  await api.ensembles.remove({ id })
  expect(await preview(inTest, other.ensemble.id, 1)).toEqual(last)
})

test('the members of a study are not looked at, and have no log', async () => {
  const { api, importSet, run, workspace } = await studyEngine()
  await importSet()
  await run(tinyStudy())
  const file = readdirSync(workspace).find((name) => /\.(sqlite|db)$/.test(name))!
  const db = new Database(path.join(workspace, file), { readonly: true })
  for (const table of ['training_log', 'member_previews'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  db.close()
  expect(await api.ensembles.list({})).toEqual([])
})
