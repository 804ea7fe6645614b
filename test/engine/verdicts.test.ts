import { expect, test } from 'vitest'
import type { VerdictKind } from '../../main/contract/verdicts.ts'
import { engineInTest, threeClasses } from './engineInTest.ts'

async function imported() {
  const made = await engineInTest()
  const set = await made.importSet()
  const { verdicts } = made.api
  const put = (positions: number[], verdict: VerdictKind, more = {}) =>
    verdicts.put({ imageSetId: set.id, positions, verdict, ...more })
  const current = async (imageSetId = set.id) =>
    (await verdicts.list({ imageSetId })).map(({ position, verdict }) => [position, verdict])
  return { ...made, set, verdicts, put, current }
}

test('several images are judged at once, and each answer says what was before and what holds now', async () => {
  const { put, current, set, verdicts } = await imported()
  await put([3], 'unsure', { note: 'blurred' })
  const changes = await put([1, 3, 3], 'anomaly', { tags: ['scratch'] })
  expect(changes).toMatchObject([
    { position: 1, before: null, after: { verdict: 'anomaly', tags: ['scratch'], note: null } },
    { position: 3, before: { verdict: 'unsure', note: 'blurred' }, after: { verdict: 'anomaly' } },
  ])
  expect(await current()).toEqual([[1, 'anomaly'], [3, 'anomaly']])
  expect(await verdicts.list({ imageSetId: set.id, from: 2, limit: 1 })).toMatchObject([
    { position: 3, path: 'a/3.png', label: 'a', hash: '1-3', tags: ['scratch'] },
  ])
})

test('undo gives what was before again, and the record keeps all of it', async () => {
  const { put, current, verdicts, set } = await imported()
  await put([5], 'mislabelled', { class: 'b' })
  const [{ before }] = await put([5], 'normal')
  await put([5], before!.verdict!, { class: before!.class, note: before!.note, tags: before!.tags })
  expect(await current()).toEqual([[5, 'mislabelled']])
  const history = await verdicts.history({ imageSetId: set.id, position: 5 })
  expect(history.map(({ verdict, class: right }) => [verdict, right])).toEqual([
    ['mislabelled', 'b'], ['normal', null], ['mislabelled', 'b'],
  ])
  expect(history[0].id).toBeGreaterThan(history[1].id)
})

test('a withdrawn verdict is gone from the list and stays in the record; what was never judged is passed over', async () => {
  const { put, current, verdicts, set } = await imported()
  await put([0, 1], 'anomaly')
  const changes = await verdicts.withdraw({ imageSetId: set.id, positions: [1, 2] })
  expect(changes).toMatchObject([{ position: 1, before: { verdict: 'anomaly' }, after: { verdict: null } }])
  expect(await current()).toEqual([[0, 'anomaly']])
  expect(await verdicts.history({ imageSetId: set.id, position: 1 })).toHaveLength(2)
})

test('verdicts follow an image by its content into another version of its set', async () => {
  const { put, current, importSet, verdicts } = await imported()
  await put([0, 7], 'normal')
  const next = await importSet({ ...threeClasses, perClass: 21 })
  expect(next.version).toBe(2)
  expect(await current(next.id)).toEqual([[0, 'normal'], [7, 'normal']])
  await verdicts.withdraw({ imageSetId: next.id, positions: [7] })
  expect(await current()).toEqual([[0, 'normal']])
})

test('every change is told to all windows, and what changes nothing is not', async () => {
  const { api, put, set, verdicts } = await imported()
  const events = await api.jobs.events({})
  await verdicts.withdraw({ imageSetId: set.id, positions: [4] })
  await put([4], 'unsure')
  expect((await events.next()).value).toMatchObject({ type: 'changed', what: 'verdicts', id: set.projectId })
  await verdicts.import({ imageSetId: set.id, verdicts: [{ path: 'a/4.png', verdict: 'unsure' }] })
  await api.projects.rename({ id: set.projectId, name: 'renamed' })
  expect((await events.next()).value).toMatchObject({ type: 'changed', what: 'projects' })
  await events.return?.()
})

test('verdicts outlive the engine', async () => {
  const { put, set, engine, workspace } = await imported()
  await put([2], 'anomaly')
  await engine.close()
  const next = await engineInTest({ workspace })
  expect(await next.api.verdicts.list({ imageSetId: set.id })).toMatchObject([{ position: 2, verdict: 'anomaly' }])
})

test('an import goes by hash before path, leaves out unknown images, and adds nothing twice', async () => {
  const { set, verdicts, current } = await imported()
  const written = [
    { path: 'a/1.png', verdict: 'anomaly' as const, judged: '2026-11-01T10:00:00+01:00' },
    { hash: '1-2', path: 'moved/away.png', verdict: 'normal' as const, note: 'fine' },
    { hash: 'changed since', path: 'a/3.png', verdict: 'anomaly' as const },
    { path: 'no/such.png', verdict: 'unsure' as const },
  ]
  const first = await verdicts.import({ imageSetId: set.id, verdicts: written })
  expect(first).toEqual({ imported: 2, unchanged: 0, unknown: ['a/3.png', 'no/such.png'] })
  expect(await current()).toEqual([[1, 'anomaly'], [2, 'normal']])
  expect(await verdicts.import({ imageSetId: set.id, verdicts: written })).toMatchObject({ imported: 0, unchanged: 2 })
  expect(await verdicts.history({ imageSetId: set.id, position: 1 })).toMatchObject([{ judged: '2026-11-01T09:00:00.000Z' }])
})

test('what cannot be meant is refused with a sentence, and nothing of it is kept', async () => {
  const { put, current, set, verdicts } = await imported()
  await expect(put([0, 99], 'anomaly')).rejects.toMatchObject({ code: 'NOT_FOUND', message: `The image set ${set.id} has no image 99.` })
  await expect(put([0], 'normal', { class: 'b' })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: 'class does not fit: only what is mislabelled has another class.',
  })
  await expect(put([0], 'normal', { scoreId: 12 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(put([0], 'normal', { tags: ['a; b'] })).rejects.toMatchObject({ message: expect.stringContaining('without semicolons') })
  await expect(verdicts.import({ imageSetId: set.id, verdicts: [{ verdict: 'normal' }] })).rejects.toMatchObject({
    message: 'verdicts.0.path does not fit: it names no image.',
  })
  await expect(verdicts.list({ imageSetId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await current()).toEqual([])
})
