import { expect, test } from 'vitest'
import { engineInTest, settings } from '../../engine/engineInTest.ts'

test('a training computes with the runtime that it began with, whatever is installed meanwhile', async () => {
  let path = '/runtimes/first'
  const { api, engine, importSet, ended } = await engineInTest({ cores: 1, runtime: () => ({ flavour: 'cpu', version: '0', path }) })
  const set = await importSet()
  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: settings({ members: 2 }) })
  const { jobId } = await api.ensembles.train({ id })
  await expect.poll(() => engine.queue.running).toBeGreaterThan(0)
  path = '/runtimes/second'
  await ended(jobId)
  expect((await api.ensembles.show({ id })).members.map(({ device }) => device)).toEqual(['stand-in with /runtimes/first', 'stand-in with /runtimes/first'])
})
