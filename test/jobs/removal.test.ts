import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../main/store/openStore.ts'
import { engineInTest, settings, threeClasses } from '../engine/engineInTest.ts'

const artefacts = (workspace: string) =>
  readdirSync(path.join(workspace, 'artefacts')).flatMap((folder) =>
    readdirSync(path.join(workspace, 'artefacts', folder)),
  )

test('a removed ensemble takes its scores and files with it, but not the members that another ensemble has', async () => {
  const { api, importSet, trainOn, ended, workspace } = await engineInTest()
  const { id } = await importSet()
  const small = await trainOn(id, { members: 1 })
  const before = artefacts(workspace).length
  // The same threads a member: with two members each has one core, alone it has two.
  const two = await trainOn(id, { members: 2 })
  const three = await trainOn(id, { members: 3 })
  await ended((await api.scores.compute({ ensembleId: three.ensemble.id, detectors: ['plain'] })).jobId)
  const { freedBytes } = await api.ensembles.remove({ id: three.ensemble.id })
  expect(freedBytes).toBeGreaterThan(0)
  expect(
    (await api.ensembles.show({ id: two.ensemble.id })).members.every(({ curve }) => curve.length === 4),
  ).toBe(true)
  await api.ensembles.remove({ id: two.ensemble.id })
  expect(artefacts(workspace)).toHaveLength(before)
  expect(small.ensemble.members).toHaveLength(1)
})

test('an image set with ensembles is not removed, and a project goes with everything in it', async () => {
  const { api, importSet, trainOn, workspace } = await engineInTest()
  const set = await importSet({ ...threeClasses, perClass: 1000 })
  await trainOn(set.id)
  await expect(api.imageSets.remove({ id: set.id })).rejects.toMatchObject({
    code: 'CONFLICT', message: expect.stringContaining('was trained on it'),
  })
  const { freedBytes } = await api.projects.remove({ id: set.projectId })
  expect(freedBytes).toBeGreaterThan(3000 * 64)
  expect(artefacts(workspace)).toEqual([])
  expect([
    await api.projects.list(), await api.imageSets.list({}), await api.ensembles.list({}),
    await api.jobs.list({}),
  ]).toEqual([[], [], [], []])
})

test('nothing is removed that a job works on', async () => {
  const { api, importSet } = await engineInTest()
  const set = await importSet()
  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: settings({}, { batch: 1000 }) })
  const { jobId } = await api.ensembles.train({ id })
  const refused = { code: 'CONFLICT', message: expect.stringContaining(`Job ${jobId}`) }
  await expect(api.ensembles.remove({ id })).rejects.toMatchObject(refused)
  await expect(api.imageSets.remove({ id: set.id })).rejects.toMatchObject(refused)
  await expect(api.projects.remove({ id: set.projectId })).rejects.toMatchObject(refused)
  await api.jobs.cancel({ id: jobId })
  await api.ensembles.remove({ id })
})

test('the next engine finishes a removal that was broken off, and gives up an import that no job is left for', async () => {
  const first = await engineInTest()
  const set = await first.importSet()
  await first.engine.close()
  const store = await openStore(first.workspace)
  store.imageSets.setState(set.id, 'removing')
  const stranded = store.imageSets.open(set.projectId, 'stranded', '/somewhere')
  store.close()
  const { api, workspace } = await engineInTest({ workspace: first.workspace })
  expect((await api.imageSets.list({})).map(({ id, state }) => [id, state])).toEqual([[stranded, 'failed']])
  expect(artefacts(workspace)).toEqual([])
})
