import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Api } from '../../../main/client/connect.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { behaviours } from '../standIn/behaviours.ts'
import { studyEngine, tinyArm, tinyStudy } from './studyInTest.ts'

/** Members that take about a second, so that there is something to interrupt. */
const slow = (changes: Record<string, unknown> = {}) =>
  tinyStudy({ arms: [tinyArm('slow', { training: { epochs: 10, batch: 100, leastSteps: 0 } })], ...changes })

/** Waits until a study has so many cells, and the next one is being trained. */
async function untilTraining(api: Api, cells: number): Promise<void> {
  for (;;) {
    const jobs = await api.jobs.list({ states: ['running'] })
    const study = jobs.find(({ kind }) => kind === 'study')?.progress
    if (study?.kind === 'study' && study.done === cells && jobs.some(({ kind }) => kind === 'train')) return
    await setTimeout(20)
  }
}

test('an engine that ends in the middle of a cell leaves the study to the next one, which does no cell twice', async () => {
  const first = await studyEngine()
  await first.importSet()
  const { jobId } = await first.start(slow())
  await untilTraining(first.api, 1)
  const [before] = await first.cells()
  await first.engine.close()
  const second = await engineInTest({ workspace: first.workspace })
  expect(await second.ended(jobId)).toMatchObject({ state: 'done', result: { done: 2, failed: 0, missing: 0 } })
  const [again, other] = await second.api.studies.cells({ name: 'tiny' })
  expect(again).toEqual(before)
  expect(other).toMatchObject({ case: 'b', state: 'done' })
  expect(first.asked()).toHaveLength(2)
  const trainings = (await second.api.jobs.list({ states: ['done'] })).filter(({ kind }) => kind === 'train')
  expect(trainings).toHaveLength(2)
})

test('a paused study rests with its training, and goes on with it', async () => {
  const { api, importSet, start, ended } = await studyEngine()
  await importSet()
  const { jobId } = await start(slow())
  await untilTraining(api, 0)
  expect(await api.jobs.pause({ id: jobId })).toMatchObject({ state: 'paused' })
  expect((await api.jobs.list({ states: ['paused'] })).map(({ kind }) => kind)).toEqual(['study', 'train'])
  expect(await api.jobs.list({ states: ['running', 'waiting'] })).toEqual([])
  await api.jobs.resume({ id: jobId })
  expect(await ended(jobId)).toMatchObject({ state: 'done', result: { done: 2 } })
})

test('to start a paused study again is to resume it', async () => {
  const { api, importSet, start, run } = await studyEngine()
  await importSet()
  const { jobId } = await start(slow())
  await untilTraining(api, 0)
  await api.jobs.pause({ id: jobId })
  expect(await run(slow())).toMatchObject({ id: jobId, state: 'done' })
})

test('a cancelled study takes its training with it, keeps what is done, and can be run again', async () => {
  const { api, importSet, start, run, cells } = await studyEngine()
  await importSet()
  const { jobId } = await start(slow())
  await untilTraining(api, 1)
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' })
  expect(await api.jobs.list({ states: ['running', 'waiting', 'paused'] })).toEqual([])
  expect((await cells()).map(({ state }) => state)).toEqual(['done'])
  expect((await run(slow())).result).toMatchObject({ done: 2, failed: 0 })
})

test('a paused study that is cancelled leaves no training behind', async () => {
  const { api, importSet, start } = await studyEngine()
  await importSet()
  const { jobId } = await start(slow())
  await untilTraining(api, 0)
  await api.jobs.pause({ id: jobId })
  await api.jobs.cancel({ id: jobId })
  expect(await api.jobs.list({ states: ['running', 'waiting', 'paused'] })).toEqual([])
})

test('a study is cancelled within seconds while a cell is measured', async () => {
  const { api, importSet, start, asked, cells } = await studyEngine()
  await importSet()
  const { jobId } = await start(tinyStudy({ seeds: [behaviours.slowCell] }))
  await expect.poll(() => asked().length, { timeout: 20_000 }).toBe(1)
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' })
  expect(await cells()).toEqual([])
})

test('somebody else who cancels its training makes that cell fail, and the study goes on', async () => {
  const { api, importSet, start, ended, cells } = await studyEngine()
  await importSet()
  const { jobId } = await start(slow())
  await untilTraining(api, 0)
  const training = (await api.jobs.list({ states: ['running'] })).find(({ kind }) => kind === 'train')!
  await api.jobs.cancel({ id: training.id })
  expect(await ended(jobId)).toMatchObject({ state: 'done', result: { done: 1, failed: 1 } })
  expect((await cells())[0]).toMatchObject({ state: 'failed', reason: 'The training was cancelled.' })
})

test('while a study runs it is joined as it is, not replaced, and its image set cannot be removed', async () => {
  const { api, importSet, start } = await studyEngine()
  const { id } = await importSet()
  const { jobId } = await start(slow())
  expect((await start(slow())).jobId).toBe(jobId)
  await expect(start(slow({ seeds: [2] }))).rejects.toThrow('runs with another specification')
  await expect(api.imageSets.remove({ id })).rejects.toThrow('works on it')
})
