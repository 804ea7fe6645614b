import { expect, test } from 'vitest'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { engineInTest, settings, standIns } from './engineInTest.ts'

const worker = (name: string) => new URL(`../jobs/standIn/${name}Worker.ts`, import.meta.url)
const withWorker = (name: string, more = {}) =>
  engineInTest({ scripts: { ...workerScripts(standIns), adapters: worker(name) }, ...more })

test('what there is to train on is TensorFlow’s device and the card that a worker finds', async () => {
  const { api } = await withWorker('card')
  expect(await api.devices.choices()).toEqual([
    { device: 'tensorflow', name: expect.any(String), usable: true, why: null },
    { device: 'webgpu', name: 'made-card (maker family)', usable: true, why: null },
  ])
})

test('what is not usable says why', async () => {
  const { api } = await withWorker('adapters', { runtime: () => undefined })
  expect((await api.devices.choices()).map(({ usable, why }) => [usable, why])).toEqual([
    [false, 'No TensorFlow runtime is set up.'], [false, 'WebGPU is not usable because no graphics card was found.'],
  ])
})

test('a driver that ends the worker is told as what is in the way', async () => {
  const { api } = await withWorker('absent')
  expect((await api.devices.choices())[1]).toEqual({
    device: 'webgpu', name: 'Graphics card', usable: false, why: expect.stringMatching(/^The worker process ended without a result \(exit code 1\)/),
  })
})

test('the same member by WebGPU is another member: its key tells what computes', async () => {
  const { api, importSet, trainOn } = await withWorker('card')
  const set = await importSet()
  const [processor, card] = [await trainOn(set.id), await trainOn(set.id, { device: 'webgpu' })].map(({ ensemble }) => ensemble)
  expect(processor.members.map(({ threads }) => threads)).toEqual(card.members.map(({ threads }) => threads))
  expect(new Set([...processor.members, ...card.members].map(({ key }) => key)).size).toBe(4)
  expect(card.members.map(({ state, reused }) => [state, reused])).toEqual([['done', false], ['done', false]])
  const begin = (await api.training.log({ ensembleId: card.id })).find(({ text }) => text.startsWith('Begins'))
  expect(begin?.text).toMatch(/^Begins: 2 members to train; 1 thread each on 2 cores; WebGPU [\d.]+\+dawn-[\d.]+\.$/)
})

test('WebGPU trains without TensorFlow, and TensorFlow is never taken in its place', async () => {
  const { api, importSet, trainOn } = await withWorker('card', { runtime: () => undefined })
  const set = await importSet()
  const { ensemble } = await trainOn(set.id, { device: 'webgpu' })
  expect(ensemble.members.every(({ state }) => state === 'done')).toBe(true)
  const others = api.ensembles.create({ imageSetId: set.id, settings: settings() })
  await expect(others).rejects.toThrow('No TensorFlow runtime is set up, and training needs one.')
})
