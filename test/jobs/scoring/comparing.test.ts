import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Comparison } from '../../../main/contract/comparisons.ts'
import { routes } from '../../../main/contract/routes.ts'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'

/** The set of three classes, c held out: scored by the detector "plain" (position less 5), and by a file in which b is strange. */
async function scored() {
  const made = await engineInTest()
  const { api, ended, workspace } = made
  const set = await made.importSet()
  const { ensemble } = await made.trainOn(set.id, { heldOut: ['c'] })
  const score = async (imageSetId?: number) => {
    const job = await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'], imageSetId })).jobId)
    return (job.result as { scoreIds: number[] }).scoreIds[0]
  }
  const file = path.join(workspace, 'theirs.csv')
  writeFileSync(file, `path,score\n${theirs().join('\n')}\n`)
  const plain = await score()
  const { result } = await ended((await api.scores.import({ ensembleId: ensemble.id, file, name: 'theirs' })).jobId)
  return { ...made, set, ensemble, score, plain, theirs: (result as { scoreIds: number[] }).scoreIds[0] }
}

const theirs = () => Array.from({ length: 60 }, (_, i) => `${'abc'[Math.floor(i / 20)]}/${i}.png,${i >= 20 && i < 40 ? 100 + i : i}`)

test('two detectors of an ensemble are compared on all images of its set, what differs being named', async () => {
  const { api, plain, theirs: other, set } = await scored()
  const compared: Comparison = await api.comparisons.compute({ scoreIds: [plain, other] })
  expect(compared).toMatchObject({
    images: 60, normals: 8, anomalies: 4, sameSet: true, notes: [],
    columns: [
      { scoreId: plain, imageSetId: set.id, detector: 'plain', metrics: { auroc: 1 }, threshold: 54, flagged: 0 },
      { scoreId: other, detector: 'imported:theirs', metrics: { auroc: 0.5 } },
    ],
    pairs: [{ first: 0, second: 1, difference: { estimate: 0.5 }, classes: [{ name: 'c', images: 4 }] }],
  })
  expect(compared.pairs[0].sentence).toMatch(/^A finds more of “c”|within noise/)
  const unlike = compared.unlike.map(({ what }) => what)
  expect(unlike).toContain('detector')
  expect(unlike).not.toContain('seed')
})

test('scores of two sets are compared on the images whose content both have, and it is said', async () => {
  const { api, engine, plain, score, importSet } = await scored()
  const other = await importSet({ ...threeClasses, classes: ['b', 'c'] }, 'later')
  const later = await score(other.id)
  const compared = await api.comparisons.compute({ scoreIds: [plain, later] })
  expect(compared).toMatchObject({ sameSet: false, images: 40, columns: [{}, { imageSet: 'later, version 1' }] })
  expect(compared.notes[0]).toMatch(/only the 40 images count that all of them have, of at most 60/)
  const places = await Promise.all([0, 1].map(async (column) => {
    const answer = await engine.fetch(new Request(`http://lacuna${routes.common([plain, later], column)}`))
    return new Int32Array(await answer.arrayBuffer())
  }))
  expect(places.map((one) => one.length)).toEqual([40, 40])
  const rows = await Promise.all([
    api.imageSets.row({ id: compared.columns[0].imageSetId, position: places[0][7] }),
    api.imageSets.row({ id: other.id, position: places[1][7] }),
  ])
  expect(rows[0].hash).toBe(rows[1].hash)
})

test('a comparison has a name in its project, and an address that stays', async () => {
  const { api, plain, theirs: other, set } = await scored()
  const { projectId } = set
  const saved = await api.comparisons.save({ projectId, name: ' Ours and theirs ', scoreIds: [plain, other] })
  expect(saved).toMatchObject({ name: 'Ours and theirs', scoreIds: [plain, other] })
  await api.comparisons.rename({ id: saved.id, name: 'Final' })
  expect(await api.comparisons.list({ projectId })).toMatchObject([{ id: saved.id, name: 'Final' }])
  expect(await api.comparisons.remove({ id: saved.id })).toEqual({ removed: true })
  await expect(api.comparisons.show({ id: saved.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what cannot be compared is refused in a sentence', async () => {
  const { api, plain, set: { projectId } } = await scored()
  await expect(api.comparisons.compute({ scoreIds: [plain] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(api.comparisons.compute({ scoreIds: [plain, plain] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(api.comparisons.compute({ scoreIds: [plain, 99] })).rejects.toMatchObject({ message: 'There is no score 99 any more.' })
  await expect(api.comparisons.save({ projectId, name: 'x', scoreIds: [plain, 99] })).rejects.toMatchObject({ message: 'The project has no score 99.' })
})
