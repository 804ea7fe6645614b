import { expect, test, vi } from 'vitest'
import { useVerdicts } from '../../../renderer/stores/verdicts.ts'
import { resultInTest } from '../resultInTest.ts'

async function verdictsInTest() {
  const shown = await resultInTest()
  const verdicts = useVerdicts()
  await vi.waitFor(() => expect(verdicts.loading).toBe(false))
  const saved = async () =>
    (await shown.api.verdicts.list({ imageSetId: shown.set.id })).map(({ position, verdict }) => [position, verdict])
  const history = async (position: number) =>
    (await shown.api.verdicts.history({ imageSetId: shown.set.id, position })).map(({ verdict }) => verdict)
  return { ...shown, verdicts, saved, history }
}

test('a verdict is seen at once, saved with the score it was given in view of, and undone by adding to the record', async () => {
  const { verdicts, saved, history, api, set } = await verdictsInTest()
  const put = verdicts.put([2, 5], 'anomaly', { note: 'torn', tags: ['dust'] })
  expect([verdicts.kinds[2], verdicts.kinds[5], verdicts.kinds[3]]).toEqual([1, 1, 0])
  await put
  expect(await saved()).toEqual([[2, 'anomaly'], [5, 'anomaly']])
  expect((await api.verdicts.list({ imageSetId: set.id }))[0]).toMatchObject({ note: 'torn', tags: ['dust'], scoreId: expect.any(Number) })
  await verdicts.put([5], 'normal')
  await verdicts.undo()
  expect(verdicts.of(5)).toMatchObject({ verdict: 'anomaly', note: 'torn' })
  await verdicts.undo()
  expect(await saved()).toEqual([])
  await verdicts.redo()
  await verdicts.redo()
  expect(await saved()).toEqual([[2, 'anomaly'], [5, 'normal']])
  expect(await history(5)).toEqual(['normal', 'anomaly', null, 'anomaly', 'normal', 'anomaly'])
  expect(verdicts.redoes).toEqual([])
  expect(verdicts.undoes).toEqual([5])
})

test('undo may be asked for before what it undoes was answered', async () => {
  const { verdicts, saved, history } = await verdictsInTest()
  void verdicts.put([1], 'unsure')
  void verdicts.put([1], 'normal')
  void verdicts.undo()
  expect(verdicts.of(1)?.verdict).toBe('unsure')
  await verdicts.undo()
  expect(verdicts.of(1)).toBeNull()
  expect(await saved()).toEqual([])
  expect(await history(1)).toEqual([null, 'unsure', 'normal', 'unsure'])
})

test('what another window says is seen here', async () => {
  const { verdicts, api, set } = await verdictsInTest()
  await api.verdicts.put({ imageSetId: set.id, positions: [7], verdict: 'mislabelled', class: 'b' })
  await vi.waitFor(() => expect(verdicts.of(7)).toMatchObject({ verdict: 'mislabelled', class: 'b' }))
  expect(verdicts.undoes).toEqual([])
})

test('what the engine does not take is taken back from sight, named in one sentence, and can be said again', async () => {
  const { verdicts, cable, saved } = await verdictsInTest()
  await verdicts.put([0], 'normal')
  cable.pull()
  const puts = [verdicts.put([0], 'anomaly'), verdicts.put([3, 4], 'unsure')]
  expect(Array.from(verdicts.kinds.slice(0, 5))).toEqual([1, 0, 0, 4, 4])
  await Promise.all(puts)
  expect(Array.from(verdicts.kinds.slice(0, 5))).toEqual([2, 0, 0, 0, 0])
  expect(verdicts.failure?.message).toBe('3 verdicts were not saved: Lacuna\'s engine does not answer.')
  cable.plug()
  await vi.waitFor(() => expect(verdicts.listFailure).toBeNull())
  await verdicts.again()
  expect(await saved()).toEqual([[0, 'anomaly'], [3, 'unsure'], [4, 'unsure']])
  expect(verdicts.failure).toBeNull()
  await verdicts.undo()
  expect(await saved()).toEqual([[0, 'normal']])
})

test('an undo that is not answered can be asked for again', async () => {
  const { verdicts, cable, saved } = await verdictsInTest()
  await verdicts.put([0, 1], 'normal')
  cable.pull()
  await verdicts.undo()
  expect(verdicts.of(0)?.verdict).toBe('normal')
  expect(verdicts.failure?.message).toMatch(/^2 verdicts were not taken back: /)
  cable.plug()
  await verdicts.undo()
  expect(await saved()).toEqual([])
})

test('many images that are judged at once are one deed, and each is judged once', async () => {
  const { verdicts, api, set } = await verdictsInTest()
  const all = Array.from({ length: set.images }, (_, position) => position)
  await verdicts.put([...all, ...all], 'normal')
  expect(await api.verdicts.list({ imageSetId: set.id })).toHaveLength(set.images)
  expect(await api.verdicts.history({ imageSetId: set.id, position: 9 })).toHaveLength(1)
  expect(verdicts.kinds.every((kind) => kind === 2)).toBe(true)
  await verdicts.undo()
  expect(await api.verdicts.list({ imageSetId: set.id })).toEqual([])
})
