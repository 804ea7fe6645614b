import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { WorkerScripts } from '../../../main/jobs/queue/job.ts'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import { engineInTest, standIns, threeClasses } from '../../engine/engineInTest.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

/** The set of three classes of 20 images, the class c held out, scored by the detector "plain": position less 5. */
async function scored(scripts: Partial<WorkerScripts> = {}) {
  const made = await engineInTest({ scripts: { ...workerScripts(standIns), ...scripts } })
  const { api, ended } = made
  const set = await made.importSet()
  const { ensemble } = await made.trainOn(set.id, { heldOut: ['c'] })
  const job = await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'] })).jobId)
  const [id] = (job.result as { scoreIds: number[] }).scoreIds
  const importing = async (rows: string[], more: { imageSetId?: number; partial?: boolean; name?: string } = {}) => {
    const file = path.join(made.workspace, 'theirs.csv')
    writeFileSync(file, `path,score\n${rows.join('\n')}\n`)
    return ended((await api.scores.import({ ensembleId: ensemble.id, file, name: 'theirs', ...more })).jobId)
  }
  return { ...made, set, ensemble, id, importing }
}

/** One score an image: the images of class b are the strangest. */
const theirs = (count = 60) => Array.from({ length: count }, (_, i) => `${'abc'[Math.floor(i / 20)] ?? 'x'}/${i}.png,${i >= 20 && i < 40 ? 100 + i : i}`)

test('a ranking shows what was judged', async () => {
  const { api, set, id } = await scored()
  await api.verdicts.put({ imageSetId: set.id, positions: [59], verdict: 'normal', scoreId: id })
  expect(await api.scores.ranking({ id, limit: 2 })).toMatchObject([
    { position: 59, verdict: 'normal' }, { position: 58, verdict: null },
  ])
})

test('metrics follow the verdicts, and are those of the labels where nothing was judged', async () => {
  const { api, set, id } = await scored()
  const { metrics } = await api.scores.show({ id })
  expect(await api.scores.judged({ id })).toMatchObject({ metrics, byLabel: metrics, replaced: 0 })
  // Each fifth image is a test: four of each class, of which c scores highest.
  const put = (positions: number[], verdict: 'anomaly' | 'normal') => api.verdicts.put({ imageSetId: set.id, positions, verdict })
  await put([59], 'normal')
  expect(await api.scores.judged({ id })).toMatchObject({
    byLabel: { auroc: 1, normals: 8, anomalies: 4 }, metrics: { auroc: 24 / 27, normals: 9, anomalies: 3 },
    verdicts: { normal: 1 }, replaced: 1,
  })
  await put([4, 0], 'anomaly')
  expect(await api.scores.judged({ id })).toMatchObject({ metrics: { anomalies: 4 }, replaced: 2, untested: 1 })
  await api.verdicts.withdraw({ imageSetId: set.id, positions: [0, 4, 59] })
  expect(await api.scores.judged({ id })).toMatchObject({ metrics, replaced: 0 })
})

test('metrics that two windows ask for at once are computed once, and what failed is tried again', async () => {
  const starts = path.join(temporaryFolder(), 'starts')
  const { api, set, id } = await scored({ statistics: brokenAtFirst(starts) })
  await api.verdicts.put({ imageSetId: set.id, positions: [59], verdict: 'normal' })
  await expect(api.scores.judged({ id })).rejects.toMatchObject({
    code: 'UNAVAILABLE', message: expect.stringContaining('ended without a result (exit code 3)'),
  })
  const [first, second] = await Promise.all([api.scores.judged({ id }), api.scores.judged({ id })])
  expect(first).toMatchObject({ replaced: 7 })
  expect(second).toEqual(first)
  expect(readFileSync(starts, 'utf8')).toBe('xx')
  const asked = [58, 57, 56].map(async (position) => {
    await api.verdicts.put({ imageSetId: set.id, positions: [position], verdict: 'normal' })
    return api.scores.judged({ id })
  })
  expect(await Promise.all(asked)).toHaveLength(3)
  // While the first runs the others wait, and then share one.
  expect(readFileSync(starts, 'utf8').length).toBeLessThanOrEqual(4)
})

/** A worker that counts its starts in a file, dies at the first, and then answers at once. */
function brokenAtFirst(starts: string): URL {
  const counts = { verdicts: { anomaly: 0, normal: 1, mislabelled: 0, unsure: 0 }, added: 0, leftOut: 0, untested: 0 }
  const result = { metrics: null, byLabel: null, replaced: 7, ...counts }
  const script = path.join(path.dirname(starts), 'worker.mjs')
  writeFileSync(script, `import { appendFileSync, readFileSync } from 'node:fs'
    process.on('message', () => {
      appendFileSync(${JSON.stringify(starts)}, 'x')
      if (readFileSync(${JSON.stringify(starts)}, 'utf8') === 'x') process.exit(3)
      process.send({ type: 'done', result: ${JSON.stringify(result)} }, () => process.exit(0))
    })`)
  return pathToFileURL(script)
}

test('scores from elsewhere stand beside ours, are ranked, and are told of', async () => {
  const { api, ensemble, importing } = await scored()
  const events = await api.jobs.events({})
  const job = await importing(theirs())
  expect(job).toMatchObject({ state: 'done', kind: 'score', title: 'Import of the scores "theirs"' })
  const listed = await api.scores.list({ ensembleId: ensemble.id })
  expect(listed.map(({ detector }) => detector)).toEqual(['plain', 'imported:theirs'])
  expect(listed[1]).toMatchObject({
    images: 60, members: 0, metrics: { auroc: 0.5, normals: 8, anomalies: 4 }, warnings: [],
    threshold: { name: '5 % false positives', value: 138 },
  })
  expect(await api.scores.ranking({ id: listed[1].id, limit: 2 })).toMatchObject([
    { path: 'b/39.png', score: 139, flagged: true, nearest: null }, { path: 'b/38.png', score: 138, flagged: false },
  ])
  for await (const event of events) if (event.type === 'changed' && event.what === 'scores') break
})

test('scores of the same name take the place of those before, with their files', async () => {
  const { api, ensemble, importing } = await scored()
  await importing(theirs())
  const [, before] = await api.scores.list({ ensembleId: ensemble.id })
  await importing(theirs().map((row) => row.replace(/,/, ',-')))
  const listed = await api.scores.list({ ensembleId: ensemble.id })
  expect(listed).toHaveLength(2)
  expect(listed[1].threshold.value).not.toBe(before.threshold.value)
  await expect(api.scores.show({ id: before.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await importing(theirs(), { name: 'others' })
  expect(await api.scores.list({ ensembleId: ensemble.id })).toHaveLength(3)
})

test('another set is flagged by the threshold that the same scores have on the own one', async () => {
  const { api, importing, importSet } = await scored()
  const other = await importSet({ ...threeClasses, salt: 2 }, 'other')
  await importing(theirs())
  const { result } = await importing(theirs(), { imageSetId: other.id })
  const score = await api.scores.show({ id: (result as { scoreIds: number[] }).scoreIds[0] })
  expect(score).toMatchObject({ imageSetId: other.id, threshold: { value: 138 }, flagged: 1, metrics: { normals: 40, anomalies: 20 } })
})

test('an import that cannot be is told with a sentence, and leaves nothing', async () => {
  const { api, ensemble, importing } = await scored()
  expect(await importing(theirs(59))).toMatchObject({
    state: 'failed', error: { code: 'SCORES', message: '1 of the 60 images have no score, such as "c/59.png".' },
  })
  const request = { ensembleId: ensemble.id, file: '/no/such/file.csv', name: 'theirs' }
  await expect(api.scores.import(request)).rejects.toMatchObject({ code: 'BAD_INPUT', message: '/no/such/file.csv is not there.' })
  await expect(api.scores.import({ ...request, file: 'here.csv' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(api.scores.import({ ...request, name: '../theirs' })).rejects.toMatchObject({ message: expect.stringContaining('name does not fit') })
  expect(await api.scores.list({ ensembleId: ensemble.id })).toHaveLength(1)
})

test('imported scores have a report, and verdicts in it', async () => {
  const { api, set, importing, ended, workspace } = await scored()
  const { result } = await importing(theirs())
  const [id] = (result as { scoreIds: number[] }).scoreIds
  await api.verdicts.put({ imageSetId: set.id, positions: [3], verdict: 'unsure' })
  const job = await ended((await api.scores.report({ id, directory: path.join(workspace, 'report') })).jobId)
  expect(job.state).toBe('done')
  const { default: written } = await import(path.join(workspace, 'report', 'job.json'), { with: { type: 'json' } })
  expect(written).toMatchObject({ detector: 'imported:theirs', verdicts: [[3, 'unsure']] })
})
