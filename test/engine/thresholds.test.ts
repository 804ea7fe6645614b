import { expect, test } from 'vitest'
import { engineInTest, threeClasses } from './engineInTest.ts'

/**
 * Three classes of 20 images, of which c is held out. The detector "plain" gives an image its position less 5, and each
 * fifth image is a test: 8 normals up to 34, 4 anomalies from 39 on.
 */
async function scored() {
  const made = await engineInTest()
  const set = await made.importSet()
  const { ensemble } = await made.trainOn(set.id, { heldOut: ['c'] })
  const scoreSet = async (imageSetId: number) => {
    const { jobId } = await made.api.scores.compute({ ensembleId: ensemble.id, imageSetId, detectors: ['plain'] })
    return (await made.ended(jobId)).result as { scoreIds: number[] }
  }
  const { scoreIds: [scoreId] } = await scoreSet(set.id)
  return { ...made, set, ensemble, scoreId, scoreSet }
}

const byHand = (value: number) => ({ kind: 'value' as const, value })

test('each rule gives its threshold, with what it flags and how sure that is', async () => {
  const { api, scoreId } = await scored()
  const evaluate = (rule: Parameters<typeof api.thresholds.evaluate>[0]['rule']) => api.thresholds.evaluate({ scoreId, rule })
  expect(await evaluate({ kind: 'false positives', rate: 0.25 })).toMatchObject({
    value: 24, optimistic: true, falsePositiveRate: { count: 2, of: 8 }, recall: { count: 4, of: 4 }, precision: { count: 4, of: 6 },
    flagged: { count: 6, of: 12 }, sentence: 'at most 25 % of the 8 normal test images score higher',
  })
  expect(await evaluate({ kind: 'f1-max' })).toMatchObject({ value: 34, optimistic: true, precision: { count: 4, of: 4 } })
  expect(await evaluate({ kind: 'top', images: 2 })).toMatchObject({ value: 44, optimistic: false, flagged: { count: 2 } })
  expect((await evaluate({ kind: 'top', images: 500 })).flagged).toMatchObject({ count: 12, of: 12 })
  const quantile = await evaluate({ kind: 'quantile', rate: 0.25 })
  expect(quantile).toMatchObject({ optimistic: false, warning: null, interval: { upper: null } })
  expect(quantile.interval!.lower).toBeLessThan(quantile.value)
  const { falsePositiveRate } = await evaluate(byHand(24))
  // Wilson's interval of 2 of 8, as SciPy has it.
  expect(falsePositiveRate!.lower).toBeCloseTo(0.0714792, 6)
  expect(falsePositiveRate!.upper).toBeCloseTo(0.5907246, 6)
})

test('a set without held-out images has the rules that need none, and the others say what is missing', async () => {
  const made = await engineInTest()
  const set = await made.importSet({ ...threeClasses, salt: 3 })
  const { ensemble } = await made.trainOn(set.id)
  const { jobId } = await made.api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'] })
  const [scoreId] = ((await made.ended(jobId)).result as { scoreIds: number[] }).scoreIds
  await expect(made.api.thresholds.evaluate({ scoreId, rule: { kind: 'f1-max' } })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('no anomalies among the test images'),
  })
  expect(await made.api.thresholds.evaluate({ scoreId, rule: { kind: 'quantile', rate: 0.1 } })).toMatchObject({ recall: null, precision: null })
  expect(await made.api.curves.bands({ scoreId })).toBeNull()
})

test('rules that need labels take verdicts in their place where they are asked to', async () => {
  const { api, set, scoreId } = await scored()
  await api.verdicts.put({ imageSetId: set.id, positions: [39], verdict: 'anomaly' })
  const rule = byHand(33)
  expect(await api.thresholds.evaluate({ scoreId, rule })).toMatchObject({ recall: { count: 4, of: 4 } })
  expect(await api.thresholds.evaluate({ scoreId, rule, judged: true })).toMatchObject({ recall: { count: 5, of: 5 } })
})

test('a saved threshold that is put to use flags every set that the members score, before and after', async () => {
  const { api, ensemble, set, scoreId, scoreSet, importSet } = await scored()
  const [second, third] = [await importSet({ ...threeClasses, salt: 5 }, 'second'), await importSet({ ...threeClasses, salt: 6 }, 'third')]
  const { scoreIds: [before] } = await scoreSet(second.id)
  const saved = await api.thresholds.save({ scoreId, name: 'strict', rule: byHand(50) })
  expect(saved).toMatchObject({ name: 'strict', value: 50, chosen: byHand(50), inUse: false })
  expect(await api.scores.show({ id: before })).toMatchObject({ threshold: { name: '5 % false positives', value: 54 }, flagged: 0 })
  expect(await api.thresholds.use({ id: saved.id })).toMatchObject({ inUse: true })
  const { scoreIds: [after] } = await scoreSet(third.id)
  for (const id of [scoreId, before, after]) {
    expect(await api.scores.show({ id })).toMatchObject({ threshold: { name: 'strict', value: 50 }, flagged: 4 })
    expect(await api.thresholds.list({ scoreId: id })).toMatchObject([{ inUse: false, chosen: null }, { name: 'strict', inUse: true }])
  }
  expect((await api.scores.ranking({ id: after, limit: 6 })).map(({ flagged }) => flagged)).toEqual([true, true, true, true, false, false])
  expect((await api.scores.list({ ensembleId: ensemble.id })).map(({ imageSetId }) => imageSetId)).toEqual([set.id, second.id, third.id])
})

test('another detector has thresholds of its own', async () => {
  const { api, ended, ensemble, scoreId } = await scored()
  await api.thresholds.save({ scoreId, name: 'strict', rule: byHand(50) })
  const { jobId } = await api.scores.compute({ ensembleId: ensemble.id, detectors: ['other'] })
  const [other] = ((await ended(jobId)).result as { scoreIds: number[] }).scoreIds
  expect(await api.thresholds.list({ scoreId: other })).toHaveLength(1)
})

test('thresholds are renamed and deleted, and what was deleted can be saved again as it was', async () => {
  const { api, scoreId } = await scored()
  const { id } = await api.thresholds.save({ scoreId, name: 'strict', rule: { kind: 'top', images: 2 } })
  await expect(api.thresholds.save({ scoreId, name: 'strict', rule: byHand(1) })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(api.thresholds.rename({ id, name: '5 % false positives' })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await api.thresholds.rename({ id, name: 'two a day' })).toMatchObject({ name: 'two a day', value: 44 })
  await api.thresholds.use({ id })
  const removed = await api.thresholds.remove({ id })
  expect(removed).toMatchObject({ name: 'two a day', inUse: true })
  const [usual] = await api.thresholds.list({ scoreId })
  expect(usual).toMatchObject({ inUse: true, chosen: null })
  expect(await api.scores.show({ id: scoreId })).toMatchObject({ threshold: { value: usual.value }, flagged: 0 })
  const again = await api.thresholds.save({ scoreId, name: removed.name, rule: removed.chosen!, value: removed.value })
  expect(again).toMatchObject({ name: 'two a day', value: 44, rule: removed.rule })
  await expect(api.thresholds.remove({ id: usual.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(api.thresholds.use({ id: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no threshold 99.' })
})

test('the curves come with bands that hold them, by label and as judged, and the same at each asking', async () => {
  const { api, set, scoreId } = await scored()
  await api.verdicts.put({ imageSetId: set.id, positions: [59], verdict: 'normal' })
  const [byLabel, judged] = [await api.curves.bands({ scoreId }), await api.curves.bands({ scoreId, judged: true })]
  expect(byLabel).toMatchObject({ auroc: { estimate: 1 }, auprOut: { estimate: 1 }, partialRate: 0.05, resamples: 1000 })
  expect(judged!.auroc!.estimate).toBeCloseTo(24 / 27, 12)
  expect(judged!.roc.lower.every((low, i) => low <= judged!.roc.upper[i])).toBe(true)
  expect(judged!.roc.at[0]).toBe(0)
  expect(judged!.auprOut.lower).toBeLessThan(judged!.auprOut.upper)
})
