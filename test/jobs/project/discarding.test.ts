import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../main/store/openStore.ts'
import { engineInTest, settings } from '../../engine/engineInTest.ts'
import { contents, fullProject } from './fullProject.ts'

const artefacts = (workspace: string) => readdirSync(path.join(workspace, 'artefacts'), { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile()).length

test('a discarded project is out of sight everywhere, and taken back it is what it was', async () => {
  const inTest = await fullProject()
  const { api, projectId, workspace } = inTest
  const before = await contents(inTest, 'project')
  const { name, until } = await api.projects.discard({ id: projectId })
  expect(name).toBe('project')
  expect(Date.parse(until)).toBeGreaterThan(Date.now() + 60_000)
  expect([
    await api.projects.list(), await api.projects.cards(), await api.imageSets.list({}), await api.ensembles.list({}), await api.jobs.list({}),
  ]).toEqual([[], [], [], [], []])
  expect(await api.projects.discarded()).toEqual([{ id: projectId, name, until }])
  expect(await api.projects.takeBack({ id: projectId })).toMatchObject({ id: projectId, name: 'project' })
  expect(await contents(inTest, 'project')).toEqual(before)
  expect([await api.projects.discarded(), artefacts(workspace) > 0]).toEqual([[], true])
})

test('its name is free for another project, and taken back it gets a number then', async () => {
  const { api } = await engineInTest()
  const { id } = await api.projects.create({ name: 'parts' })
  await api.projects.discard({ id })
  await api.projects.create({ name: 'parts' })
  expect(await api.projects.takeBack({ id })).toMatchObject({ name: 'parts 2' })
})

test('when its time is over a discarded project is removed with its files, and cannot be taken back', async () => {
  const { api, projectId, workspace } = await fullProject({ reprieve: 200 })
  await api.projects.discard({ id: projectId })
  await expect.poll(() => api.projects.discarded()).toEqual([])
  await expect.poll(() => artefacts(workspace)).toBe(0)
  await expect(api.projects.takeBack({ id: projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the next engine keeps to the time, and removes what is due', async () => {
  const first = await fullProject()
  const { id } = await first.api.projects.create({ name: 'empty' })
  await first.api.projects.discard({ id: first.projectId })
  await first.engine.close()
  const second = await engineInTest({ workspace: first.workspace })
  expect((await second.api.projects.discarded()).map(({ name }) => name)).toEqual(['project'])
  await second.engine.close()
  const third = await engineInTest({ workspace: first.workspace, reprieve: 0 })
  expect(await third.api.projects.discarded()).toEqual([])
  expect(await third.api.projects.list()).toMatchObject([{ id }])
  expect(artefacts(first.workspace)).toBe(0)
})

test('a project whose job runs is not discarded: the sentence names the job', async () => {
  const { api, importSet } = await engineInTest()
  const { id, projectId } = await importSet()
  const ensemble = await api.ensembles.create({ imageSetId: id, settings: settings({}, { batch: 1000 }) })
  const { jobId } = await api.ensembles.train({ id: ensemble.id })
  await expect(api.projects.discard({ id: projectId })).rejects.toMatchObject({
    code: 'CONFLICT', message: expect.stringMatching(new RegExp(`^Job ${jobId} \\(Training of .*\\) is running`)), data: { hint: expect.stringContaining('Cancel the job first') },
  })
  await api.jobs.cancel({ id: jobId })
  await api.projects.discard({ id: projectId })
})

test('a discarded project can be removed at once', async () => {
  const { api, projectId, workspace } = await fullProject()
  await api.projects.discard({ id: projectId })
  expect((await api.projects.remove({ id: projectId })).freedBytes).toBeGreaterThan(0)
  expect([await api.projects.discarded(), artefacts(workspace)]).toEqual([[], 0])
})

test('what was still coming when an engine ended is gone with the next', async () => {
  const first = await engineInTest()
  await first.engine.close()
  const store = await openStore(first.workspace)
  const intake = store.intake()
  store.imageSets.open(intake.id, 'set', '/somewhere')
  store.close()
  const { api } = await engineInTest({ workspace: first.workspace })
  expect(await api.projects.list()).toEqual([])
  await expect(api.projects.remove({ id: intake.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
