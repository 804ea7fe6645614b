import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Job } from '../../main/contract/jobs.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { engineInTest, settings, threeClasses } from '../engine/engineInTest.ts'
import { isAlive, kill, workspaceInTest } from './enginesInTest.ts'

type Client = Awaited<ReturnType<ReturnType<typeof workspaceInTest>['join']>>

/** Starts a training of two members with twenty epochs, and waits for the third of both. */
async function training(client: Client) {
  const set = await client.importSet()
  const { id } = await client.api.ensembles.create({
    imageSetId: set.id, settings: settings({}, { epochs: 20, batch: 50 }),
  })
  const { jobId } = await client.api.ensembles.train({ id })
  await expect
    .poll(
      async () => (await client.api.ensembles.show({ id })).members.every(({ curve }) => curve.length >= 3),
      { timeout: 20_000 },
    )
    .toBe(true)
  return { id, jobId }
}

function workerPids(workspace: string): number[] {
  const work = path.join(workspace, 'work')
  return readdirSync(work).map((name) => Number(readFileSync(path.join(work, name, 'pid'), 'utf8')))
}

function weights(workspace: string): string[] {
  const root = path.join(workspace, 'artefacts')
  return readdirSync(root)
    .flatMap((folder) => readdirSync(path.join(root, folder)))
    .filter((name) => name.endsWith('.f32'))
    .sort()
}

async function uninterruptedWeights(): Promise<string[]> {
  const { workspace, importSet, trainOn } = await engineInTest()
  await trainOn((await importSet()).id, {}, { epochs: 20, batch: 1 })
  return weights(workspace)
}

test('after kill -9 of the engine no worker lives on, the next engine goes on from the checkpoints, and the weights are the same', async () => {
  const { join, workspace } = workspaceInTest()
  const client = await join()
  const { id, jobId } = await training(client)
  const pids = workerPids(workspace)
  expect(pids.filter(isAlive)).toHaveLength(2)
  kill(client.pid)
  await expect.poll(() => pids.filter(isAlive), { timeout: 5_000 }).toEqual([])
  const second = await join()
  expect(await second.ended(jobId)).toMatchObject({ state: 'done', result: { done: [0, 1], reused: [] } })
  const { members } = await second.api.ensembles.show({ id })
  expect(members.map(({ curve }) => curve.length)).toEqual([20, 20])
  expect(weights(workspace)).toEqual(await uninterruptedWeights())
})

test('whoever waits for a job keeps waiting over the death of the engine', async () => {
  const { join } = workspaceInTest()
  const client = await join()
  const { jobId } = await training(client)
  const states: Job['state'][] = []
  const waiting = waitForJob(client.api, jobId, (news) => news.type === 'job' && states.push(news.job.state))
  await expect.poll(() => states.length).toBeGreaterThan(0)
  kill(client.pid)
  expect(await waiting).toMatchObject({ state: 'done' })
  expect((await join()).pid).not.toBe(client.pid)
})

test('SIGTERM leaves checkpoints, no process and no lock, and the next engine takes the job up', async () => {
  const { join, workspace } = workspaceInTest()
  const client = await join()
  const { jobId } = await training(client)
  const pids = workerPids(workspace)
  process.kill(client.pid, 'SIGTERM')
  await expect.poll(() => isAlive(client.pid), { timeout: 10_000 }).toBe(false)
  expect(pids.filter(isAlive)).toEqual([])
  expect(existsSync(path.join(workspace, 'engine.lock'))).toBe(false)
  expect(readdirSync(path.join(workspace, 'work'))).toHaveLength(2)
  const second = await join()
  expect(await second.ended(jobId)).toMatchObject({ state: 'done' })
})

test("an import that the engine's death broke off begins again and ends as if nothing had been", async () => {
  const { join } = workspaceInTest()
  const client = await join()
  const source = client.source({ ...threeClasses, perClass: 3000, waitMilliseconds: 300 })
  const { id, jobId } = await client.api.imageSets.import({ project: 'project', source })
  await expect.poll(async () => (await client.api.jobs.show({ id: jobId })).state).toBe('running')
  kill(client.pid)
  const second = await join()
  expect(await second.ended(jobId)).toMatchObject({ state: 'done', result: { imageSetId: id } })
  expect(await second.api.imageSets.show({ id })).toMatchObject({ state: 'ready', images: 9000 })
  expect(await second.api.imageSets.images({ id, offset: 8998 })).toHaveLength(2)
})

test('a client asks the engine to end: it answers, pauses what runs, and is gone', async () => {
  const { join } = workspaceInTest()
  const client = await join()
  await training(client)
  expect(await client.api.engine.stop()).toEqual({ stopped: true })
  await expect.poll(() => isAlive(client.pid), { timeout: 10_000 }).toBe(false)
})

test('an engine with a job does not end while nobody is connected, and ends after it', async () => {
  const { join, workspace } = workspaceInTest()
  const client = await join()
  await training(client)
  const { pid } = client
  await client.close()
  await expect.poll(() => weights(workspace).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4)
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
