import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { StudyProgress } from '../../main/contract/jobs.ts'
import { studyEngine, tinyArm, tinyStudy } from '../jobs/study/studyInTest.ts'

test('the studies that come with Lacuna are told with their files, which fit', async () => {
  const { api } = await studyEngine()
  const studies = await api.studies.builtIn()
  expect(studies.map(({ name }) => name)).toEqual(expect.arrayContaining(['paper-mnist', 'paper-mnist-quick']))
  for (const { text, name } of studies) expect((await api.studies.check({ text })).name).toBe(name)
})

test('a file that does not fit is refused with its name, the field and what is allowed', async () => {
  const { api } = await studyEngine()
  const text = JSON.stringify({ ...tinyStudy(), images: 'some' })
  await expect(api.studies.check({ text, file: 'mine.yaml' })).rejects.toMatchObject({
    code: 'BAD_INPUT', data: { message: 'mine.yaml: images may be "all", "paper".' },
  })
})

test('a study is shown with its specification and the cases of each set, also those without results', async () => {
  const { api, importSet, run } = await studyEngine()
  await importSet()
  const spec = tinyStudy({ protocol: { kind: 'each-class' } })
  await run(spec, { limit: 1 })
  expect(await api.studies.show({ name: 'tiny' })).toMatchObject({
    spec, cells: 3, done: 1, failed: 0, jobId: null, cases: { set: ['a', 'b', 'c'] },
  })
})

test('a study whose image set is gone is still listed, without cells', async () => {
  const { api, importSet, run, start } = await studyEngine()
  const { id } = await importSet()
  await run(tinyStudy(), { limit: 1 })
  const [{ projectId }] = await api.imageSets.list({})
  await api.projects.remove({ id: projectId })
  await expect(api.imageSets.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.studies.list()).toMatchObject([{ name: 'tiny', cells: null, done: 0 }])
  await expect(api.studies.cells({ name: 'tiny' })).rejects.toThrow('needs an image set named "set"')
  await expect(start(tinyStudy())).rejects.toThrow('needs an image set named "set"')
})

test('a detector that does not fit is refused before anything starts', async () => {
  const { api, importSet, start } = await studyEngine()
  await importSet()
  const [arm] = tinyStudy().arms
  await expect(start(tinyStudy({ arms: [{ ...arm, detectors: ['magic'] }] }))).rejects.toMatchObject({
    code: 'BAD_INPUT', data: { message: 'The arm "one": there is no detector "magic".' },
  })
  expect(await api.studies.list()).toEqual([])
})

test('whoever listens hears of each cell as it ends', async () => {
  const { api, importSet, run } = await studyEngine()
  await importSet()
  const events = await api.jobs.events({})
  await run(tinyStudy())
  const heard: number[] = []
  const progress: StudyProgress[] = []
  for await (const event of events) {
    if (event.type === 'changed' && event.what === 'studies') heard.push(event.id)
    if (event.type !== 'job' || event.job.kind !== 'study') continue
    if (event.job.progress?.kind === 'study') progress.push(event.job.progress)
    if (event.job.state === 'done') break
  }
  // One when the study is made, and one for each of its two cells.
  expect(heard).toHaveLength(3)
  expect(progress.at(-1)).toMatchObject({ phase: 'planning', done: 2, total: 2, failed: 0, now: null })
})

test('the progress of a study says which cell runs, and how long the rest takes once one is done', async () => {
  const { api, importSet, start } = await studyEngine()
  await importSet()
  const arm = tinyArm('slow', { training: { epochs: 5, batch: 80, leastSteps: 0 } })
  const { jobId } = await start(tinyStudy({ arms: [arm] }))
  const seen: StudyProgress[] = []
  for (;;) {
    const { state, progress } = await api.jobs.show({ id: jobId })
    if (progress?.kind === 'study') seen.push(progress)
    if (state === 'done') break
    await setTimeout(10)
  }
  const training = seen.filter(({ phase }) => phase === 'training')
  expect(training[0]).toMatchObject({ now: 'set without a, slow, seed 1', done: 0, secondsLeft: null })
  const second = training.find(({ done }) => done === 1)
  expect(second?.now).toBe('set without b, slow, seed 1')
  expect(second?.secondsLeft).toBeGreaterThan(0)
})
