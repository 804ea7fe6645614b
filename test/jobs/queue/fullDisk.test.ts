import { expect, test } from 'vitest'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import type { Shop } from '../../../main/jobs/queue/job.ts'
import { JobQueue } from '../../../main/jobs/queue/queue.ts'
import { runTraining } from '../../../main/jobs/training/trainJob.ts'
import { openStore } from '../../../main/store/openStore.ts'
import { engineInTest, settings, standIns } from '../../engine/engineInTest.ts'
import { behaviours } from '../standIn/behaviours.ts'

test('a member that fails while not even that can be stored is failed as soon as there is room, not running for ever', async () => {
  const { api, importSet, engine, workspace } = await engineInTest()
  const set = await importSet()
  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: settings({ seed: behaviours.crashes }) })
  await engine.close()
  const store = await openStore(workspace)
  let isFull = false
  const refusing = <A extends unknown[], T>(write: (...input: A) => T) => (...input: A): T => {
    if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    return write(...input)
  }
  const full = {
    ...store, members: { ...store.members, setState: refusing(store.members.setState) },
    jobs: { ...store.jobs, save: refusing(store.jobs.save) },
  }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const shop: Shop = {
    store: full, scripts: workerScripts(standIns), cores: 2, log, runtime: () => ({ flavour: 'cpu', version: '0' }),
    announce: (event) => { if (event.type === 'curve') isFull = true },
  }
  const never = () => Promise.reject(new Error('only training is tested'))
  const queue = new JobQueue(shop, {
    import: never, train: runTraining, score: never, report: never, study: never, export: never, exportImages: never,
    copy: never, backup: never, restore: never, bundle: never, verify: never, runtime: never,
  })
  const { id: job } = queue.submit({ kind: 'train', projectId: set.projectId, title: 'T', request: { ensembleId: id } })
  await expect.poll(() => queue.running, { timeout: 20_000 }).toBe(0)
  expect(store.members.places(id).map(({ state }) => state)).toContain('running')
  isFull = false
  expect(await queue.whenEnded(job)).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } })
  const places = store.members.places(id)
  expect(places.map(({ state }) => state)).not.toContain('running')
  expect(places[1]).toMatchObject({ state: 'failed', reason: expect.stringContaining('Free some space') })
  await queue.stop()
  store.close()
})
