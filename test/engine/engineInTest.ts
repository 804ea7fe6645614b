import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { onTestFinished } from 'vitest'
import type { Api } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { contractVersion } from '../../main/contract/contract.ts'
import type { Ensemble } from '../../main/contract/ensembles.ts'
import { contractHeader } from '../../main/contract/headers.ts'
import type { ImageSet } from '../../main/contract/imageSets.ts'
import type { Job } from '../../main/contract/jobs.ts'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { type EngineOptions, startEngine } from '../../main/engine/startEngine.ts'
import type { FakeSet } from '../jobs/standIn/importWorker.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** The folder of the workers that stand in for those that compute. */
export const standIns = path.join(import.meta.dirname, '..', 'jobs', 'standIn')

const detector = { name: 'N', sentence: 'S', formula: 'F', source: 'T', reads: 'latent' as const, models: ['cl-vae' as const] }
const detectors = [
  { ...detector, id: 'plain', fewestClasses: 1 }, { ...detector, id: 'crowd', fewestClasses: 5 },
  { ...detector, id: 'other', fewestClasses: 1 }, { ...detector, id: 'comparing', fewestClasses: 1, fewestMembers: 9 },
]

/** What an engine in a test wrote into its log as errors. */
export interface LoggedError { details: { err?: Error }; message: string }

/**
 * An engine in this process, with real storage and real worker processes that stand in for those that
 * compute.
 */
export async function engineInTest(options: Partial<EngineOptions> = {}) {
  const workspace = options.workspace ?? temporaryFolder()
  const errors: LoggedError[] = []
  const log = {
    info: () => undefined, warn: () => undefined,
    error: (details: object, message: string) => void errors.push({ details, message }),
  }
  const engine = await startEngine({
    workspace, cores: 2, scripts: workerScripts(standIns), detectors,
    runtime: () => ({ flavour: 'cpu', version: '0' }), log, ...options,
  })
  onTestFinished(() => engine.close())
  engine.takeUp()
  return { engine, workspace, errors, api: apiOf(engine.fetch), ...steps(apiOf(engine.fetch), workspace) }
}

/** The contract over an engine's handler, without a socket. */
export function apiOf(fetch: (request: Request) => Promise<Response>): Api {
  const headers = { [contractHeader]: contractVersion }
  return createORPCClient<Api>(
    new RPCLink({ url: 'http://lacuna/rpc', headers, fetch: (request) => fetch(request) }),
  )
}

export const threeClasses: FakeSet = { classes: ['a', 'b', 'c'], perClass: 20, salt: 1 }

/** What most tests begin with. */
export function steps(api: Api, folder: string) {
  const ended = (jobId: number): Promise<Job> => waitForJob(api, jobId)
  const source = (set: FakeSet, name = 'set') => {
    const file = path.join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(set))
    return file
  }
  return {
    ended, source,
    importSet: async (set: FakeSet = threeClasses, name = 'set'): Promise<ImageSet> => {
      const { id, jobId } = await api.imageSets.import({
        project: 'project', name, source: source(set, name),
      })
      await ended(jobId)
      return api.imageSets.show({ id })
    },
    trainOn: async (
      imageSetId: number, more: Partial<EnsembleSettings> = {},
      training: Partial<EnsembleSettings['training']> = {},
    ): Promise<{ ensemble: Ensemble; job: Job }> => {
      const { id } = await api.ensembles.create({ imageSetId, settings: settings(more, training) })
      const { jobId } = await api.ensembles.train({ id })
      const job = await ended(jobId)
      return { ensemble: await api.ensembles.show({ id }), job }
    },
  }
}

/** Settings with which a stand-in takes so many epochs of so many milliseconds. */
export function settings(
  more: Partial<EnsembleSettings> = {}, training: Partial<EnsembleSettings['training']> = {},
): EnsembleSettings {
  const plain = preset('recommended')
  return { ...plain, members: 2, ...more, training: { ...plain.training, epochs: 4, batch: 5, ...training } }
}
