import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { expect, test } from 'vitest'
import type { Api } from '../../main/client/connect.ts'
import { engineInTest, settings } from './engineInTest.ts'

test.each([
  ['says nothing of its version', {}],
  ['speaks another version', { 'x-lacuna-contract': '0' }],
])('a caller that %s is told so by a typed error', async (_, headers) => {
  const { engine } = await engineInTest()
  const api = createORPCClient<Api>(
    new RPCLink({ url: 'http://lacuna/rpc', headers, fetch: (request) => engine.fetch(request) }),
  )
  await expect(api.projects.list()).rejects.toMatchObject({
    code: 'CONFLICT', defined: true,
    data: { code: 'CONFLICT', hint: expect.stringContaining('Two versions of Lacuna') },
  })
})

test('an input that does not fit is answered with a sentence that names the place', async () => {
  const { api } = await engineInTest()
  const wrong = settings()
  wrong.model.latent = 1
  await expect(api.ensembles.create({ imageSetId: 1, settings: wrong })).rejects.toMatchObject({
    code: 'BAD_INPUT', defined: true,
    message: 'settings.model.latent does not fit: the latent dimension is at least 2.',
  })
})

test('an error of ours is answered with one sentence and no stack, which is in the log', async () => {
  const { engine, api, errors } = await engineInTest()
  engine.queue.list = () => { throw new Error('a mistake') }
  const caught = await api.jobs.list({}).catch((error: unknown) => error)
  expect(caught).toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    data: { code: 'UNEXPECTED', message: 'Something went wrong inside Lacuna: a mistake.' },
  })
  expect(JSON.stringify(caught)).not.toMatch(/\.ts|stack/)
  expect(errors).toHaveLength(1)
  expect(errors[0].details.err?.stack).toContain('contract.test.ts')
})

test('what is not there is NOT_FOUND, for each noun', async () => {
  const { api } = await engineInTest()
  const { projects, imageSets, ensembles, scores, jobs } = api
  const calls = [
    projects.remove, imageSets.show, imageSets.images, imageSets.remove, ensembles.show, ensembles.train,
    ensembles.remove, scores.show, scores.ranking, scores.judged, jobs.show, jobs.cancel, jobs.pause, jobs.resume,
  ]
  for (const call of calls)
    await expect(call({ id: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
})

test('an address beside the contract is answered with 404', async () => {
  const { engine } = await engineInTest()
  for (const path of ['/', '/rpc/engine/nothing', '/etc/passwd']) {
    expect((await engine.fetch(new Request(`http://lacuna${path}`))).status).toBe(404)
  }
})

test('events reach a client as they happen, and breaking off ends them in the engine', async () => {
  const { api } = await engineInTest()
  const events = await api.jobs.events({})
  const { id } = await api.projects.create({ name: 'p' })
  expect((await events.next()).value).toMatchObject({ type: 'changed', what: 'projects', id })
  await events.return?.()
})

test('projects have unique names and can be renamed', async () => {
  const { api } = await engineInTest()
  const { id } = await api.projects.create({ name: 'one' })
  await api.projects.create({ name: 'two' })
  await expect(api.projects.create({ name: 'one' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(api.projects.rename({ id, name: 'two' })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await api.projects.rename({ id, name: 'three' })).toMatchObject({ name: 'three' })
})
