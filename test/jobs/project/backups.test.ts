import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { manifestName } from '../../../main/archive/manifest.ts'
import { readArchive } from '../../../main/archive/readArchive.ts'
import { writeArchive } from '../../../main/archive/writeArchive.ts'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { backUp, contents, fullProject } from './fullProject.ts'

const never = new AbortController().signal

/** Changes a text of a backup, with all hashes right again, as somebody would who wants to do harm. */
async function forge(file: string, entry: string, change: (text: string) => string): Promise<string> {
  const folder = temporaryFolder()
  const { about, entries } = await readArchive(file, folder, () => undefined, never)
  const changed = path.join(folder, entry)
  writeFileSync(changed, change(readFileSync(changed, 'utf8')))
  const files = entries.map(({ name }) => ({ name, file: path.join(folder, name) }))
  await writeArchive(`${file}.forged.zip`, files, about, () => undefined, never)
  return `${file}.forged.zip`
}

const restored = async ({ api, ended }: Awaited<ReturnType<typeof engineInTest>>, file: string) =>
  ended((await api.archives.restore({ file })).jobId)

/** What lies in a workspace, without logs and the files of SQLite itself. */
const files = (workspace: string) => ['artefacts', 'work'].flatMap((folder) =>
  existsSync(path.join(workspace, folder)) ? readdirSync(path.join(workspace, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile()).map(({ name }) => name) : []).toSorted()

test('a backup is restored in another workspace with everything that the project had', async () => {
  const here = await fullProject()
  const { file, job } = await backUp(here, here.projectId)
  expect(job).toMatchObject({ state: 'done', result: { file, bytes: statSync(file).size } })
  expect(existsSync(`${file}.part`)).toBe(false)
  const there = await engineInTest()
  const { state, result, projectId } = await restored(there, file)
  expect([state, projectId]).toEqual(['done', null])
  expect(await there.api.projects.list()).toMatchObject([{ id: result!.projectId, name: 'project', imageSets: 2, ensembles: 1 }])
  expect(await contents(there, 'project')).toEqual(await contents(here, 'project'))
  const names = (workspace: string) => files(path.join(workspace)).filter((name) => !name.endsWith('.log'))
  expect(names(there.workspace)).toEqual(names(here.workspace))
})

test('restored in its own workspace it is another project, which shares all files', async () => {
  const here = await fullProject()
  const before = files(here.workspace)
  const { file } = await backUp(here, here.projectId)
  expect(await restored(here, file)).toMatchObject({ state: 'done' })
  expect((await here.api.projects.list()).map(({ name }) => name)).toEqual(['project', 'project 2'])
  expect(await contents(here, 'project 2')).toEqual(await contents(here, 'project'))
  expect(files(here.workspace)).toEqual(before)
})

test('a member that was restored is found by its key: it is not trained again', async () => {
  const here = await fullProject()
  const { file } = await backUp(here, here.projectId)
  const there = await engineInTest()
  await restored(there, file)
  const [, set] = await there.api.imageSets.list({})
  const { ensemble } = await there.trainOn(set.id, { heldOut: ['c'] })
  expect(ensemble.members.map(({ state, reused }) => [state, reused])).toEqual([['done', true], ['done', true]])
})

test.each<[string, string, (text: string) => string, string]>([
  ['a row that is none', 'rows/images.ndjson', (text) => text.replace('"split":0', '"split":9'), 'Line 1 of the entry "rows/images.ndjson"'],
  ['a line that is no JSON', 'rows/verdicts.ndjson', (text) => `{\n${text}`, 'Line 1 of the entry "rows/verdicts.ndjson"'],
  ['a column too many', 'rows/ensembles.ndjson', (text) => text.replace('{', '{"cell":"x",'), 'Line 1 of the entry "rows/ensembles.ndjson"'],
  ['settings that are none', 'rows/ensembles.ndjson', (text) => text.replace('\\"members\\":2', '\\"members\\":-2'), '(settings: holds something else)'],
  ['a description that is none', 'rows/image_set_versions.ndjson', (text) => text.replace('\\"classes\\"', '\\"x\\"'), 'Line 1 of the entry'],
  ['a row that belongs to none', 'rows/scores.ndjson', (text) => text.replace(/"ensemble_id":\d+/, '"ensemble_id":77'), 'the row 77 of "ensembles"'],
  ['a file that did not come', 'rows/scores.ndjson', (text) => text.replace(/"fit_id":"..../, '"fit_id":"0000'), 'the file 0000'],
])('a backup with %s is refused, named, and leaves nothing behind', async (_, entry, change, said) => {
  const here = await fullProject()
  const { file } = await backUp(here, here.projectId)
  const forged = await forge(file, entry, change)
  const there = await engineInTest()
  expect(await restored(there, forged)).toMatchObject({ state: 'failed', error: { code: 'BAD_INPUT', message: expect.stringContaining(said) } })
  expect([await there.api.projects.list(), await there.api.imageSets.list({}), files(there.workspace).filter((name) => !name.endsWith('.log'))]).toEqual([[], [], []])
  const next = await reopened(there)
  expect(await next.api.projects.cards()).toEqual([])
})

async function reopened({ engine, workspace }: Awaited<ReturnType<typeof engineInTest>>) {
  await engine.close()
  return engineInTest({ workspace })
}

test('an artefact under another name than its hash is refused by its entry', async () => {
  const here = await fullProject()
  const { file } = await backUp(here, here.projectId)
  const folder = temporaryFolder()
  const { about, entries } = await readArchive(file, folder, () => undefined, never)
  const all = entries.map(({ name }) => ({ name: name.replace(/^artefacts\/./, 'artefacts/0'), file: path.join(folder, name) }))
  await writeArchive(`${file}.2.zip`, all, about, () => undefined, never)
  expect(await restored(here, `${file}.2.zip`)).toMatchObject({ state: 'failed', error: { message: expect.stringMatching(/^The entry "artefacts\/0/) } })
})

test('another archive, and a file that is none, are refused with a sentence', async () => {
  const inTest = await engineInTest()
  const [text, archive] = ['a.zip', 'b.zip'].map((name) => path.join(inTest.workspace, name))
  writeFileSync(text, 'no zip')
  expect(await restored(inTest, text)).toMatchObject({ state: 'failed', error: { message: 'a.zip is not a zip archive, or it is cut off or damaged.' } })
  await writeArchive(archive, [], { report: true }, () => undefined, never)
  expect(await restored(inTest, archive)).toMatchObject({ state: 'failed', error: { message: 'The archive is not the backup of a project.' } })
  expect(manifestName).toBe('manifest.json')
})

test('a backup never takes the place of a file, and is written only where it can be', async () => {
  const inTest = await engineInTest()
  const { projectId } = await inTest.importSet()
  const { file } = await backUp(inTest, projectId)
  const wrong = [[file, 'is there already'], ['backup.zip', 'not an absolute path'], ['/nowhere/at/all/x.zip', 'no folder /nowhere/at/all'], [`${file}.tar`, 'does not end in ".zip"']]
  for (const [target, said] of wrong) {
    await expect(inTest.api.archives.backup({ projectId, file: target })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(said) })
  }
})

test('a backup that is cancelled leaves no file, and one whose engine ends is written by the next', async () => {
  const first = await engineInTest()
  const { projectId } = await first.importSet({ ...threeClasses, perClass: 6000 })
  const file = path.join(first.workspace, 'backup.zip')
  const cancelled = await first.api.archives.backup({ projectId, file })
  expect(await first.api.jobs.cancel({ id: cancelled.jobId })).toMatchObject({ state: 'cancelled' })
  expect(readdirSync(first.workspace).filter((name) => name.includes('.zip'))).toEqual([])
  const { jobId } = await first.api.archives.backup({ projectId, file })
  await first.engine.close()
  const next = await engineInTest({ workspace: first.workspace })
  expect(await next.ended(jobId)).toMatchObject({ state: 'done', result: { file } })
})

/** A project in which an ensemble was trained again from verdicts. */
async function retrainedProject() {
  const here = await engineInTest()
  const set = await here.importSet()
  const { ensemble } = await here.trainOn(set.id, { heldOut: ['c'] })
  await here.api.verdicts.put({ imageSetId: set.id, positions: [1, 2], verdict: 'anomaly' })
  await here.ended((await here.api.retraining.start({ ensembleId: ensemble.id })).jobId)
  return { ...here, projectId: set.projectId }
}

/** What is told of retrainings in a workspace with one project, by the ensembles' names. */
async function retold({ api }: Pick<Awaited<ReturnType<typeof engineInTest>>, 'api'>) {
  const ensembles = await api.ensembles.list({})
  const named = (id: number) => ensembles.find((one) => one.id === id)!.name
  const told = await api.retraining.list({ ensembleId: ensembles[0].id })
  return told.map(({ ensembleId, beforeId, ...rest }) => ({ ...rest, before: named(beforeId), after: named(ensembleId) }))
}

test('which ensemble was trained again out of which comes along', async () => {
  const here = await retrainedProject()
  const { file } = await backUp(here, here.projectId)
  const there = await engineInTest()
  expect(await restored(there, file)).toMatchObject({ state: 'done' })
  expect(await retold(there)).toEqual(await retold(here))
  expect(await retold(there)).toHaveLength(1)
})

test('a backup from before retrainings were recorded has no entry for them, and is restored without', async () => {
  const here = await retrainedProject()
  const { file } = await backUp(here, here.projectId)
  const folder = temporaryFolder()
  const { about, entries } = await readArchive(file, folder, () => undefined, never)
  const before = entries.filter(({ name }) => name !== 'rows/retrainings.ndjson')
  expect(before).toHaveLength(entries.length - 1)
  await writeArchive(`${file}.old.zip`, before.map(({ name }) => ({ name, file: path.join(folder, name) })), about, () => undefined, never)
  const there = await engineInTest()
  expect(await restored(there, `${file}.old.zip`)).toMatchObject({ state: 'done' })
  expect(await there.api.ensembles.list({})).toHaveLength(2)
  expect(await retold(there)).toEqual([])
})
