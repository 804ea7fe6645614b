import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import { engineInTest, settings, threeClasses } from '../../engine/engineInTest.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

test('an imported set lists its images, problems and pairs by pages, and leaves no working folder', async () => {
  const { api, importSet, workspace } = await engineInTest()
  const set = await importSet()
  expect(set).toMatchObject({
    state: 'ready', version: 1, classes: ['a', 'b', 'c'], images: 60, problems: 1, pairs: 1,
    snapshot: { height: 8, width: 8, channels: 1 },
  })
  expect(set.byClass[0]).toEqual({ train: 12, validation: 4, test: 4 })
  expect(await api.imageSets.images({ id: set.id, offset: 20, limit: 1 })).toMatchObject([
    { position: 20, path: 'b/20.png', label: 'b', split: 'train' },
  ])
  expect(await api.imageSets.problems({ id: set.id })).toEqual([
    { path: 'x/broken.png', code: 'empty', message: 'It is empty.' },
  ])
  expect(await api.imageSets.pairs({ id: set.id })).toMatchObject([
    { a: 'a/0.png', b: 'a/4.png', leak: true },
  ])
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('while tens of thousands of rows are stored, the engine answers in between', async () => {
  const { api, source, ended } = await engineInTest()
  const { jobId, id } = await api.imageSets.import({
    project: 'p', source: source({ ...threeClasses, perClass: 7000 }),
  })
  const seen = new Set<string>()
  for (let state = 'running'; state === 'running' || state === 'waiting';) {
    await setImmediate()
    const job = await api.jobs.show({ id: jobId })
    state = job.state
    if (job.progress?.kind === 'import' && job.progress.phase === 'storing')
      seen.add(String(job.progress.done))
  }
  await ended(jobId)
  expect(seen.size).toBeGreaterThan(5)
  expect(await api.imageSets.show({ id })).toMatchObject({ images: 21_000 })
})

test('the same folder again is no new version, and its id is another name for the one there is', async () => {
  const { api, importSet, source, ended } = await engineInTest()
  const first = await importSet()
  const { id, jobId } = await api.imageSets.import({
    project: 'project', name: 'set', source: source(threeClasses),
  })
  expect((await ended(jobId)).result).toEqual({ imageSetId: first.id, unchanged: true })
  expect(await api.imageSets.show({ id })).toEqual(first)
  expect(await api.imageSets.list({ project: 'project' })).toEqual([first])
  expect(await importSet({ ...threeClasses, perClass: 21 })).toMatchObject({ version: 2 })
})

test('an import that fails says why and stays listed as failed until it is removed', async () => {
  const { api, ended, workspace } = await engineInTest()
  const source = path.join(workspace, 'broken.json')
  writeFileSync(source, 'no JSON')
  const { id, jobId } = await api.imageSets.import({ project: 'p', source })
  expect(await ended(jobId)).toMatchObject({
    state: 'failed', error: { message: expect.stringContaining('not valid JSON') },
  })
  expect(await api.imageSets.show({ id })).toMatchObject({ state: 'failed', images: 0, snapshot: null })
  await expect(api.ensembles.create({ imageSetId: id, settings: settings() })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await api.imageSets.remove({ id })
  expect(await api.imageSets.list({})).toEqual([])
})

test('a cancelled import leaves nothing behind', async () => {
  const { api, source, workspace } = await engineInTest()
  const { jobId } = await api.imageSets.import({
    project: 'p', source: source({ ...threeClasses, waitMilliseconds: 60_000 }),
  })
  await expect.poll(async () => (await api.jobs.show({ id: jobId })).progress).not.toBeNull()
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled', error: null })
  expect(await api.imageSets.list({})).toEqual([])
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('imports run one after the other, and one that waits can be cancelled', async () => {
  const { api, source, ended } = await engineInTest()
  const start = (name: string) =>
    api.imageSets.import({
      project: 'p', name, source: source({ ...threeClasses, waitMilliseconds: 300 }, name),
    })
  const [first, second] = [await start('one'), await start('two')]
  expect((await api.jobs.list({ states: ['waiting'] })).map(({ id }) => id)).toEqual([second.jobId])
  expect(await api.jobs.cancel({ id: second.jobId })).toMatchObject({ state: 'cancelled' })
  await expect(api.jobs.pause({ id: first.jobId })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await ended(first.jobId)).toMatchObject({ state: 'done' })
  expect((await api.imageSets.list({})).map(({ name }) => name)).toEqual(['one'])
})

test('two clients that import at once into a new project get one project, and a set each', async () => {
  const { api, source, ended } = await engineInTest()
  const start = (name: string) =>
    api.imageSets.import({ project: 'p', name, source: source({ ...threeClasses, salt: name.length }, name) })
  const started = await Promise.all([start('one'), start('three')])
  for (const { jobId } of started) expect(await ended(jobId)).toMatchObject({ state: 'done' })
  expect(await api.projects.list()).toMatchObject([{ name: 'p', imageSets: 2 }])
})

test('a source that is not there, or no whole path, is refused at once', async () => {
  const { api } = await engineInTest()
  await expect(api.imageSets.import({ project: 'p', source: '/nowhere/at/all' })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: '/nowhere/at/all is not there.',
  })
  await expect(api.imageSets.import({ project: 'p', source: 'here' })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('not an absolute path'),
  })
  expect(await api.projects.list()).toEqual([])
})

test('real images are imported by the real worker, and originals that moved are found again by their hashes', async () => {
  const { api, ended } = await engineInTest({ scripts: workerScripts() })
  const folder = path.join(temporaryFolder(), 'photos')
  await photos(folder)
  const { id, jobId } = await api.imageSets.import({ project: 'p', source: folder })
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  expect(await api.imageSets.show({ id })).toMatchObject({
    name: 'photos', kind: 'folder', images: 12, classes: ['dark', 'light'],
  })
  renameSync(folder, `${folder}-moved`)
  expect(await api.imageSets.relocate({ id, source: `${folder}-moved` })).toMatchObject({
    source: `${folder}-moved`,
  })
  rmSync(path.join(`${folder}-moved`, 'dark', '1.png'))
  await expect(api.imageSets.relocate({ id, source: `${folder}-moved` })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(
      'of 12 compared, 1 are missing and 0 are different, such as "dark/1.png"',
    ),
  })
})

async function photos(folder: string): Promise<void> {
  for (const [name, base] of [['dark', 0], ['light', 120]] as const) {
    mkdirSync(path.join(folder, name), { recursive: true })
    for (let i = 0; i < 6; i++) {
      const pixels = Uint8Array.from({ length: 256 }, (_, at) => base + ((at * (i + 3)) % 97))
      await sharp(pixels, { raw: { width: 16, height: 16, channels: 1 } })
        .png()
        .toFile(path.join(folder, name, `${i}.png`))
    }
  }
}
