import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../../main/store/openStore.ts'
import type { NewVerdict } from '../../main/store/verdicts.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const said = (verdict: NewVerdict['verdict'], more: Partial<NewVerdict> = {}): NewVerdict => ({
  verdict, note: null, tags: [], class: null, scoreId: null, judged: '2026-11-24T06:00:00.000Z', ...more,
})

async function storeWithImages() {
  const store = await openStore(temporaryFolder())
  const projectId = store.projects.create('p')
  const imageSetId = store.imageSets.open(projectId, 's', '/somewhere')
  store.images.insertImages(imageSetId, ['h0', 'h1', 'h0', 'h3'].map((hash, position) => ({
    position, path: `a/${position}.png`, label: 0, split: 2, hash, width: 8, height: 8, group: position,
  })))
  return { store, projectId, imageSetId, image: (hash: string) => ({ projectId, hash }) }
}

test('the newest entry of an image counts, and a withdrawal leaves it without a verdict', async () => {
  const { store, image } = await storeWithImages()
  store.verdicts.add(image('h1'), said('anomaly', { note: 'a scratch', tags: ['edge', 'deep'] }))
  const second = store.verdicts.add(image('h1'), said('mislabelled', { class: 'b', scoreId: 7 }))
  expect(store.verdicts.current(image('h1'))).toEqual(second)
  store.verdicts.add(image('h1'), said(null))
  expect(store.verdicts.current(image('h1'))).toBeUndefined()
  expect(store.verdicts.history(image('h1'))).toMatchObject([
    { verdict: null }, { verdict: 'mislabelled', class: 'b', scoreId: 7 },
    { verdict: 'anomaly', note: 'a scratch', tags: ['edge', 'deep'] },
  ])
})

test('exact copies share their verdict, and another project knows nothing of it', async () => {
  const { store, projectId, imageSetId, image } = await storeWithImages()
  store.verdicts.add(image('h3'), said('normal'))
  store.verdicts.add(image('h0'), said('anomaly'))
  store.verdicts.add(image('elsewhere'), said('unsure'))
  expect(store.verdicts.ofSet(projectId, imageSetId).map(({ position, verdict }) => [position, verdict])).toEqual([
    [0, 'anomaly'], [2, 'anomaly'], [3, 'normal'],
  ])
  expect(store.verdicts.ofSet(projectId, imageSetId, { from: 1, limit: 1 })).toMatchObject([{ position: 2, hash: 'h0' }])
  const other = store.projects.create('q')
  expect(store.verdicts.ofSet(other, imageSetId)).toEqual([])
  expect(store.verdicts.current({ projectId: other, hash: 'h0' })).toBeUndefined()
})

test('the number of the last entry rises with every change of its project alone', async () => {
  const { store, projectId, image } = await storeWithImages()
  const other = store.projects.create('q')
  expect(store.verdicts.last(projectId)).toBe(0)
  const { id } = store.verdicts.add(image('h1'), said('normal'))
  expect([store.verdicts.last(projectId), store.verdicts.last(other)]).toEqual([id, 0])
})

test('an entry can be neither changed nor deleted, and goes with its project only', async () => {
  const { store, projectId, image } = await storeWithImages()
  store.verdicts.add(image('h1'), said('normal'))
  const db = new Database(path.join(store.workspace, 'lacuna.db'))
  db.pragma('foreign_keys = ON')
  expect(() => db.exec(`UPDATE verdicts SET verdict = 'anomaly'`)).toThrow('only added to')
  expect(() => db.exec('DELETE FROM verdicts')).toThrow('only added to')
  expect(() => db.exec(`INSERT INTO verdicts (project_id, hash, verdict, tags, judged)
    VALUES (${projectId}, 'h', 'perhaps', '[]', '')`)).toThrow('CHECK')
  store.projects.remove(projectId)
  expect(db.prepare('SELECT count(*) FROM verdicts').pluck().get()).toBe(0)
  db.close()
})
