import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { StudyTableWork } from '../../main/jobs/study/studyTableWork.ts'
import type { Store } from '../../main/store/openStore.ts'
import { studyTables } from '../../main/studies/outputs/studyTables.ts'
import { studyEngine, tinyArm, tinyStudy } from '../jobs/study/studyInTest.ts'
import { madeCells, madeSpec } from '../studies/madeStudy.ts'
import { standIns } from './engineInTest.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const spec = tinyStudy({
  arms: [tinyArm('one'), tinyArm('two', { detectors: ['plain', 'other'] })],
  primary: { method: 'one/plain', rivals: ['two/other'] },
})

async function studied() {
  const there = await studyEngine()
  await there.importSet()
  await there.run(spec, { limit: 3 })
  return there
}

test('the tables of a study are those of its cells', async () => {
  const { api, cells, run } = await studied()
  const tables = await api.studies.tables({ name: 'tiny' })
  const { spec: _, ...expected } = studyTables(spec, await cells(), new Map([['set', ['a', 'b']]]))
  expect(tables).toEqual(expected)
  expect(tables.completeness).toMatchObject({ done: 3, of: 4, missing: [{ case: 'b', arm: 'two', state: 'not run' }] })
  await run(spec)
  expect((await api.studies.tables({ name: 'tiny' })).completeness.missing).toEqual([])
})

test('tables are computed once, until a cell changes', async () => {
  const work = new StudyTableWork({ store: { workspace: temporaryFolder() } as Store, scripts: workerScripts(standIns) })
  onTestFinished(() => work.close())
  const cells = madeCells(madeSpec(), () => 0.9)
  const content = { spec: madeSpec(), cells, cases: {} }
  const first = work.tables(content)
  expect(work.tables(structuredClone(content))).toBe(first)
  const next = work.tables({ ...content, cells: cells.slice(1) })
  expect(next).not.toBe(first)
  expect((await next).completeness.done).toBe((await first).completeness.done - 1)
})

test('a study is written into a folder, and nothing into one that is not named in full', async () => {
  const { api } = await studied()
  const directory = path.join(temporaryFolder(), 'results')
  const { files } = await api.studies.export({ name: 'tiny', directory })
  expect(files.map((file) => path.basename(file)).toSorted()).toEqual(readdirSync(directory).toSorted())
  expect(readdirSync(directory)).toEqual(expect.arrayContaining(['matrix-set.csv', 'matrix-set.tex', 'study.html']))
  await expect(api.studies.export({ name: 'tiny', directory: 'results' })).rejects.toThrow('not an absolute path')
})

test('a study’s file is opened by its path, and any other file tells nothing of itself', async () => {
  const { api } = await studyEngine()
  const folder = temporaryFolder()
  const [good, bad] = ['mine.json', 'secret.txt'].map((name) => path.join(folder, name))
  const sets = [{ name: 'set', source: '../parts' }]
  writeFileSync(good, JSON.stringify({ ...spec, sets }))
  writeFileSync(bad, 'password')
  expect((await api.studies.open({ path: good })).spec).toEqual({
    ...spec, sets: [{ name: 'set', source: path.join(folder, '..', 'parts') }],
  })
  const told = await api.studies.open({ path: bad }).catch((error: Error) => error.message)
  expect(told).toMatch(/^secret\.txt: /)
  expect(told).not.toContain('password')
  await expect(api.studies.open({ path: folder })).rejects.toThrow('is no study')
  await expect(api.studies.open({ path: path.join(folder, 'none') })).rejects.toThrow('is not there')
})

test('a study tells when the latest of its cells ended', async () => {
  const { api, cells } = await studied()
  const [{ lastEnded }] = await api.studies.list()
  expect(lastEnded).toBe((await cells()).map(({ ended }) => ended).toSorted().at(-1))
})
