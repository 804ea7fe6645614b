import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { hasEnded } from '../../../main/jobs/queue/endings.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { contents, fullProject } from './fullProject.ts'

const artefacts = (workspace: string) => readdirSync(path.join(workspace, 'artefacts'), { recursive: true }).toSorted()

test('a copy holds everything that its original does, and no file is written twice', async () => {
  const inTest = await fullProject()
  const { api, ended, projectId, workspace } = inTest
  const before = artefacts(workspace)
  const { result, state } = await ended((await api.projects.duplicate({ id: projectId })).jobId)
  expect(state).toBe('done')
  expect((await api.projects.list()).map(({ id, name }) => [id, name])).toEqual([[projectId, 'project'], [result!.projectId, 'project copy']])
  const [original, copy] = [await contents(inTest, 'project'), await contents(inTest, 'project copy')]
  expect(copy).toEqual(original)
  expect([copy.sets.length, copy.ensembles[0].scores.length, copy.sets[1].history!.length]).toEqual([2, 2, 2])
  expect(artefacts(workspace)).toEqual(before)
})

test('a copy has a number where its name is taken, and its files outlive the original', async () => {
  const inTest = await fullProject()
  const { api, ended, projectId } = inTest
  await ended((await api.projects.duplicate({ id: projectId, name: 'project' })).jobId)
  const original = await contents(inTest, 'project')
  await api.projects.remove({ id: projectId })
  expect((await api.projects.list()).map(({ name }) => name)).toEqual(['project 2'])
  expect(await contents(inTest, 'project 2')).toEqual(original)
})

test('what is judged in a copy is not judged in its original', async () => {
  const { api, ended, projectId, set } = await fullProject()
  await ended((await api.projects.duplicate({ id: projectId })).jobId)
  const [, copied] = await api.imageSets.list({ project: 'project copy' })
  await api.verdicts.put({ imageSetId: copied.id, positions: [9], verdict: 'unsure' })
  const judged = async (imageSetId: number) => (await api.verdicts.list({ imageSetId })).map(({ position }) => position)
  expect([await judged(copied.id), await judged(set.id)]).toEqual([[3, 7, 9], [3, 7]])
})

test('nothing of a project is removed while it is copied', async () => {
  const { api, engine, importSet, ended } = await engineInTest()
  const { projectId, id } = await importSet({ classes: ['a', 'b'], perClass: 5000, salt: 1 })
  const { jobId } = await api.projects.duplicate({ id: projectId })
  const refused = { code: 'CONFLICT', message: expect.stringContaining('Copy of project') }
  await expect(api.projects.discard({ id: projectId })).rejects.toMatchObject(refused)
  await expect(api.imageSets.remove({ id })).rejects.toMatchObject(refused)
  expect(engine.queue.running).toBe(1)
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
})

test('a copy that is cancelled leaves nothing, and nobody saw any of it', async () => {
  const { api, importSet } = await engineInTest()
  const { projectId } = await importSet({ classes: ['a', 'b'], perClass: 8000, salt: 1 })
  const { jobId } = await api.projects.duplicate({ id: projectId })
  await expect.poll(async () => (await api.jobs.show({ id: jobId })).progress).toMatchObject({ phase: 'storing' })
  expect([(await api.projects.list()).length, (await api.imageSets.list({})).length]).toEqual([1, 1])
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' })
  expect([(await api.projects.list()).length, (await api.imageSets.list({})).length]).toEqual([1, 1])
})

test('while a copy is stored the engine answers in between', async () => {
  const { api, importSet, ended } = await engineInTest()
  const { projectId } = await importSet({ classes: ['a', 'b', 'c'], perClass: 7000, salt: 1 })
  const { jobId } = await api.projects.duplicate({ id: projectId })
  let answers = 0
  while (!hasEnded(await api.jobs.show({ id: jobId }))) {
    await setImmediate()
    answers += 1
  }
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  expect(answers).toBeGreaterThan(20)
  const [, copy] = await api.projects.cards()
  expect(copy.images).toBe(21_000)
})
