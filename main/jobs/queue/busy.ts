import { detectorName } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { Job } from '../../contract/jobs.ts'
import type { Store } from '../../store/openStore.ts'
import type { JobRequests } from './job.ts'
import type { JobQueue } from './queue.ts'

/** What a job that is not ended yet works on. */
export interface Concern { projectId: number | null; imageSets: number[]; ensembles: number[]; encoders: string[] }

/** @throws EngineFailure CONFLICT where a job that is not ended works on what is to be changed */
export function refuseIfBusy(
  queue: JobQueue, store: Store, isConcerned: (concern: Concern) => boolean,
): void {
  const job = queue.list(['waiting', 'running', 'paused']).find((one) => isConcerned(concern(one, store)))
  if (job)
    throw new EngineFailure(
      'CONFLICT', `Job ${job.id} (${job.title}) is ${job.state} and works on it.`,
      'Cancel the job first, or wait for it.',
    )
}

function concern({ id, kind, projectId }: Job, store: Store): Concern {
  if (kind === 'copy' || kind === 'backup' || kind === 'bundle') return wholeProject(projectId!, store)
  const { imageSetId, ensembleId, scoreId, detectors = [], imageSetIds = [] } =
    store.jobs.request<
      Partial<JobRequests['import' | 'train'] & JobRequests['score'] & JobRequests['report'] & JobRequests['study']>
    >(id)
  const score = kind === 'report' || kind === 'export' ? store.scores.show(scoreId!) : undefined
  const ensemble = store.ensembles.show(ensembleId ?? score?.ensembleId ?? 0)
  const imageSets = [imageSetId, score?.imageSetId, ensemble?.imageSetId, ...imageSetIds]
  return {
    projectId, imageSets: imageSets.filter((one) => one !== undefined),
    ensembles: ensemble ? [ensemble.id] : [],
    encoders: detectors.map((one) => detectorName(one).encoder).filter((name) => name !== null),
  }
}

/** A project is read as a whole: none of its files may go. */
function wholeProject(projectId: number, store: Store): Concern {
  const ensembles = store.ensembles.ofProject(projectId).map(({ id }) => id)
  return { projectId, imageSets: store.imageSets.ofProject(projectId), ensembles, encoders: [] }
}

/** The job that trains an ensemble, where one waits, runs or rests. */
export function trainingOf(queue: JobQueue, store: Store, ensembleId: number): Job | undefined {
  return queue.list(['waiting', 'running', 'paused']).find(({ id, kind }) =>
    kind === 'train' && store.jobs.request<JobRequests['train']>(id).ensembleId === ensembleId)
}
