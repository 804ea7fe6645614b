import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { engineInTest, settings, threeClasses } from '../../engine/engineInTest.ts'

async function trained() {
  const engine = await engineInTest()
  const set = await engine.importSet()
  const { ensemble } = await engine.trainOn(set.id, { heldOut: ['c'] })
  const score = async (detectors: string[], imageSetId?: number) => {
    const { jobId } = await engine.api.scores.compute({ ensembleId: ensemble.id, detectors, imageSetId })
    const job = await engine.ended(jobId)
    expect(job).toMatchObject({ state: 'done', error: null })
    return (job.result as { scoreIds: number[] }).scoreIds
  }
  return { ...engine, set, ensemble, score }
}

test('scores are ranked from the highest, with roles, labels and what is flagged', async () => {
  const { api, score } = await trained()
  const [id] = await score(['plain'])
  const shown = await api.scores.show({ id })
  expect(shown).toMatchObject({
    detector: 'plain', members: 2, images: 60, flagged: 0, metrics: { normals: 40, anomalies: 20 },
  })
  expect(shown.threshold).toMatchObject({ name: '5 % false positives', value: 54 })
  const page = await api.scores.ranking({ id, offset: 19, limit: 2 })
  expect(page).toMatchObject([
    { rank: 20, position: 40, label: 'c', role: 'held-out', score: 35, flagged: false, nearest: 'a' },
    { rank: 21, position: 39, label: 'b', role: 'known', score: 34 },
  ])
  expect(await api.scores.ranking({ id, offset: 60 })).toEqual([])
})

test('what was scored once is not scored again, and an ensemble with more members is', async () => {
  const { api, score, ensemble, trainOn, set } = await trained()
  const first = await score(['plain', 'other'])
  expect(await score(['other', 'plain'])).toEqual([first[1], first[0]])
  expect(await api.scores.list({ ensembleId: ensemble.id })).toHaveLength(2)
  const more = await trainOn(set.id, { heldOut: ['c'], members: 3 })
  const { jobId } = await api.scores.compute({ ensembleId: more.ensemble.id, detectors: ['plain'] })
  expect(jobId).toBeGreaterThan(0)
})

test('another set is scored with the fit and the threshold of the own one, which is scored first', async () => {
  const { api, score, importSet, ensemble, set } = await trained()
  const other = await importSet({ classes: ['b', 'stranger'], perClass: 10, salt: 2, unlabelled: 3 }, 'other')
  const [id] = await score(['plain'], other.id)
  const listed = await api.scores.list({ ensembleId: ensemble.id })
  expect(listed.map(({ imageSetId }) => imageSetId)).toEqual([set.id, other.id])
  const shown = await api.scores.show({ id })
  expect(shown.threshold).toEqual(listed[0].threshold)
  expect(shown.metrics).toMatchObject({ normals: 10, anomalies: 10 })
  expect(shown.warnings).toContainEqual(expect.stringContaining('"stranger"'))
  const roles = (await api.scores.ranking({ id, limit: 23 })).map(({ role }) => role)
  expect(new Set(roles)).toEqual(new Set(['unlabelled', 'held-out', 'known']))
})

test('in another version of the own set, images that were trained on keep their split, and new ones are tests', async () => {
  const { api, score, importSet, workspace, ended } = await trained()
  const next = await importSet({ ...threeClasses, perClass: 21 })
  expect(next.version).toBe(2)
  const [id] = await score(['plain'], next.id)
  const { jobId } = await api.scores.report({ id, directory: path.join(workspace, 'report') })
  await ended(jobId)
  const job = JSON.parse(readFileSync(path.join(workspace, 'report', 'job.json'), 'utf8'))
  expect(job.summary).toMatchObject({ trainedOn: { version: 1 }, imageSet: { version: 2 } })
  // The 21st image of each class is new by its content only at the very end: contents are numbered through.
  expect(job.splits.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, i) => [0, 0, 0, 1, 2][i % 5]))
  expect(job.splits.slice(60)).toEqual([2, 2, 2])
})

test('test images that leak can be left out of the metrics; that is another score', async () => {
  const { api, ensemble, ended, workspace, score } = await trained()
  const [plain] = await score(['plain'])
  const { jobId } = await api.scores.compute({
    ensembleId: ensemble.id, detectors: ['plain'], withoutLeaks: true,
  })
  const [id] = (await ended(jobId)).result!.scoreIds as number[]
  expect(id).not.toBe(plain)
  expect(await api.scores.show({ id })).toMatchObject({ withoutLeaks: true })
  expect(await api.scores.show({ id: plain })).toMatchObject({ withoutLeaks: false })
  await ended((await api.scores.report({ id, directory: path.join(workspace, 'report') })).jobId)
  const { splits } = JSON.parse(readFileSync(path.join(workspace, 'report', 'job.json'), 'utf8'))
  // The stand-in's pair: position 0, trained on, and position 4, a test.
  expect(splits.slice(0, 6)).toEqual([0, 0, 0, 1, 3, 0])
})

test('a report gets everything that explains its score, and its files are the result', async () => {
  const { api, score, ended, workspace, ensemble } = await trained()
  const [id] = await score(['plain'])
  const directory = path.join(workspace, 'report')
  const job = await ended((await api.scores.report({ id, directory })).jobId)
  expect(job).toMatchObject({ state: 'done', result: { files: [path.join(directory, 'summary.json')] } })
  const summary = JSON.parse(readFileSync(path.join(directory, 'summary.json'), 'utf8'))
  expect(summary).toMatchObject({
    auroc: 0.9, project: 'project', detector: 'plain', threshold: 54,
    ensemble: { settings: ensemble.settings, heldOut: ['c'] }, runtime: { tensorflow: '0 cpu' },
    detectorDescription: { id: 'plain' }, score: { id },
  })
  const { latents, dimension, priorMeans, rows } = JSON.parse(
    readFileSync(path.join(directory, 'job.json'), 'utf8'),
  )
  expect({ dimension, priorMeans }).toEqual({
    dimension: 2,
    priorMeans: [
      [0, 0], [1, 0],
    ],
  })
  expect([latents, rows].every(existsSync)).toBe(true)
})

test('what cannot be scored is refused with a sentence that says what there is', async () => {
  const { api, ensemble, importSet } = await trained()
  const compute = (detectors: string[], imageSetId?: number) =>
    api.scores.compute({ ensembleId: ensemble.id, detectors, imageSetId })
  await expect(compute(['plan'])).rejects.toMatchObject({
    code: 'BAD_INPUT', data: { hint: 'There are plain, crowd, other, comparing.' },
  })
  await expect(compute(['crowd'])).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('needs 5 known classes'),
  })
  await expect(compute(['comparing'])).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('needs 9 trained members, and the ensemble has 2'),
  })
  await expect(compute(['plain'], 99)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { id } = await api.ensembles.create({ imageSetId: (await importSet()).id, settings: settings() })
  await expect(api.scores.compute({ ensembleId: id, detectors: ['plain'] })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(api.scores.report({ id: 1, directory: 'here' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
