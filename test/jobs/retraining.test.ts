import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VerdictKind } from '../../main/contract/verdicts.ts'
import { judgedLabels, type Labelled } from '../../main/jobs/retraining/judgedLabels.ts'
import { engineInTest } from '../engine/engineInTest.ts'

const set = {
  classes: ['a', 'b'], labels: Int32Array.of(0, 0, 1, 1, -1, -1, 0), splits: Uint8Array.of(0, 1, 0, 0, 2, 0, 2),
}
const learned = { known: [0, 1], nearest: Int16Array.of(0, 0, 1, 1, 1, -1, 0) }

test('the mislabelled get their class, anomalies leave, normals without a label come in; labelled tests stay', () => {
  const say = (position: number, verdict: VerdictKind, name: string | null = null) => ({ position, verdict, class: name })
  const { set: judged, relabelling } = judgedLabels(set, learned, [
    say(0, 'mislabelled', 'b'), say(1, 'mislabelled', 'new'), say(2, 'anomaly'), say(3, 'mislabelled'),
    say(4, 'normal'), say(5, 'normal'), say(6, 'anomaly'),
  ])
  expect(judged.classes).toEqual(['a', 'b', 'new'])
  expect([...judged.labels]).toEqual([1, 2, -1, -1, 1, -1, 0])
  expect([...judged.splits]).toEqual([0, 1, 0, 0, 0, 0, 2])
  expect(relabelling).toEqual({ relabelled: 2, leaving: 2, joining: 1, tests: 1 })
})

test('an image of a class that is held out was never learned from: judged an anomaly it leaves nothing', () => {
  const { set: judged, relabelling } = judgedLabels(set, { ...learned, known: [0] }, [
    { position: 2, verdict: 'anomaly', class: null }, { position: 3, verdict: 'mislabelled', class: null },
  ])
  expect([...judged.labels]).toEqual([...set.labels])
  expect(relabelling).toEqual({ relabelled: 0, leaving: 0, joining: 0, tests: 0 })
})

test('whatever is judged, no labelled test image changes and none becomes one', () => {
  const judgement = fc.record({
    position: fc.nat(6), verdict: fc.constantFrom('anomaly', 'normal', 'mislabelled', 'unsure'),
    class: fc.constantFrom(null, 'a', 'b', 'c'),
  }) as fc.Arbitrary<{ position: number; verdict: VerdictKind; class: string | null }>
  const labelledTests = ({ labels, splits }: Labelled) =>
    [...labels.keys()].filter((i) => splits[i] === 2 && labels[i] >= 0).map((i) => [i, labels[i]])
  fc.assert(fc.property(fc.array(judgement, { maxLength: 9 }), (judgements) => {
    const before = [...set.labels]
    expect(labelledTests(judgedLabels(set, learned, judgements).set)).toEqual(labelledTests(set))
    expect([...set.labels]).toEqual(before)
  }), { seed: 3 })
})

async function trained() {
  const made = await engineInTest()
  const imageSet = await made.importSet()
  const { ensemble } = await made.trainOn(imageSet.id, { heldOut: ['c'] })
  return { ...made, imageSet, ensemble }
}

test('an ensemble is trained again as judged: on a new version of its set, with its settings, and the old one stays', async () => {
  const { api, ended, imageSet, ensemble } = await trained()
  const put = (positions: number[], verdict: VerdictKind, name: string | null = null) =>
    api.verdicts.put({ imageSetId: imageSet.id, positions, verdict, class: name })
  await put([0], 'mislabelled', 'b')
  await put([1, 2, 4], 'anomaly')
  expect(await api.retraining.plan({ ensembleId: ensemble.id })).toEqual({ relabelled: 1, leaving: 2, joining: 0, tests: 1 })
  const { imageSetId, ensemble: again, jobId } = await api.retraining.start({ ensembleId: ensemble.id })
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  expect(again).toMatchObject({ name: `${ensemble.name}, as judged`, settings: ensemble.settings, known: ['a', 'b'], heldOut: ['c'] })
  const version = await api.imageSets.show({ id: imageSetId })
  expect(version).toMatchObject({ name: imageSet.name, version: 2, images: 60, unlabelled: 2 })
  expect(version.byClass.map(({ train, test }) => [train, test])).toEqual([[9, 4], [13, 4], [12, 4]])
  expect(version.warnings.at(-1)).toBe('Labels as judged: 1 with another class, 2 without one, 0 taken in.')
  expect(await api.imageSets.row({ id: imageSetId, position: 0 })).toMatchObject({ label: 'b', split: 'train' })
  expect(await api.ensembles.show({ id: ensemble.id })).toMatchObject({ imageSetId: imageSet.id, members: [{ state: 'done' }, { state: 'done' }] })
  const scored = async (id: number) => {
    const job = await ended((await api.scores.compute({ ensembleId: id, detectors: ['plain'] })).jobId)
    return (job.result as { scoreIds: number[] }).scoreIds[0]
  }
  const scoreIds = [await scored(ensemble.id), await scored(again.id)]
  expect(await api.comparisons.compute({ scoreIds })).toMatchObject({ images: 60, normals: 8, anomalies: 4 })
  expect(await api.imageSets.pairs({ id: imageSetId })).toHaveLength(version.pairs)
  expect(await api.imageSets.problems({ id: imageSetId })).toHaveLength(version.problems)
  const record = { beforeId: ensemble.id, ensembleId: again.id, relabelling: { relabelled: 1, leaving: 2, joining: 0, tests: 1 }, created: expect.any(String) }
  for (const { id } of [ensemble, again]) expect(await api.retraining.list({ ensembleId: id })).toEqual([record])
  await api.ensembles.remove({ id: ensemble.id })
  expect(await api.retraining.list({ ensembleId: again.id })).toEqual([])
})

test('where nothing that is learned from was judged, nothing is trained, and it is said why', async () => {
  const { api, imageSet, ensemble } = await trained()
  await api.verdicts.put({ imageSetId: imageSet.id, positions: [4], verdict: 'anomaly' })
  await expect(api.retraining.start({ ensembleId: ensemble.id })).rejects.toMatchObject({
    code: 'CONFLICT', message: expect.stringContaining('Only test images were judged (1)'),
  })
  expect(await api.imageSets.list({})).toHaveLength(1)
})
