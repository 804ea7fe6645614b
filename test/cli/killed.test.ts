import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { preset } from '../../main/contract/presets.ts'
import { makeBarFolder } from './barFolder.ts'
import { temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()

beforeAll(() => makeBarFolder(path.join(folder, 'bars'), 50).then(() => undefined))

/** An imported set and an untrained ensemble of two in a workspace of its own. */
async function prepared(name: string) {
  const workspace = path.join(folder, name)
  const connection = await connect({ workspace })
  const { api } = connection
  const imported = await api.imageSets.import({ project: 'bars', source: path.join(folder, 'bars') })
  await waitForJob(api, imported.jobId)
  const settings = preset('recommended')
  Object.assign(settings, {
    members: 2,
    heldOut: ['diagonal'],
    model: { architecture: 'auto', latent: 3, dense: 16 },
  })
  Object.assign(settings.training, { epochs: 30, leastSteps: 0, batch: 16 })
  const { id } = await api.ensembles.create({ imageSetId: imported.id, settings })
  return { ...connection, workspace, id }
}

type Prepared = Awaited<ReturnType<typeof prepared>>

/** The losses of both members' curves and the ranking: what differs if a weight differs by a bit. */
async function outcome({ api, id }: Prepared) {
  const { members } = await api.ensembles.show({ id })
  const scoring = await waitForJob(
    api,
    (await api.scores.compute({ ensembleId: id, detectors: ['divergence'] })).jobId,
  )
  expect(scoring.state).toBe('done')
  const [score] = await api.scores.list({ ensembleId: id })
  const ranking = await api.scores.ranking({ id: score.id, limit: 200 })
  return {
    losses: members.map(({ curve }) => curve.map((point) => point.loss)),
    ranking: ranking.map((row) => [row.path, row.score]),
  }
}

const children = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** Kills the workers, or the engine, or both, once some epochs are done. */
async function killWhileTraining(prep: Prepared, what: 'workers' | 'engine' | 'both'): Promise<number> {
  const { jobId } = await prep.api.ensembles.train({ id: prep.id })
  await expect
    .poll(async () => (await prep.api.ensembles.show({ id: prep.id })).members[0].curve.length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(2)
  const { pid } = await prep.api.engine.status()
  const workers = children(pid)
  expect(workers.length).toBeGreaterThan(0)
  const victims = { workers, engine: [pid], both: [pid, ...workers] }[what]
  victims.forEach((victim) => process.kill(victim, 'SIGKILL'))
  return jobId
}

describe.runIf(existsSync('/proc/self/task'))('a training whose processes are killed with SIGKILL', () => {
  let whole: Awaited<ReturnType<typeof outcome>>

  beforeAll(async () => {
    const prep = await prepared('whole')
    await waitForJob(prep.api, (await prep.api.ensembles.train({ id: prep.id })).jobId)
    whole = await outcome(prep)
    await prep.close()
  }, 240_000)

  it.each(['workers', 'engine', 'both'] as const)(
    '%s: goes on from its checkpoints to identical weights',
    async (what) => {
      const prep = await prepared(what)
      const jobId = await killWhileTraining(prep, what)
      await pause(500)
      const job = await waitForJob(prep.api, jobId)
      if (what === 'workers') {
        expect(job.state).toBe('failed')
        await waitForJob(prep.api, (await prep.api.ensembles.train({ id: prep.id })).jobId)
      }
      expect(await outcome(prep)).toEqual(whole)
      await prep.close()
    },
    240_000,
  )
})
