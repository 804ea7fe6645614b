import type { Job } from '../../contract/jobs.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import { trainingOf } from '../queue/busy.ts'
import type { JobRequests } from '../queue/job.ts'
import { planMembers } from '../training/planMembers.ts'
import type { JobQueue } from '../queue/queue.ts'
import type { PlannedCell } from './plannedCells.ts'
import type { StudyRun } from './studyRun.ts'

/** The ensemble of a cell, made where there is none: people do not see it in their lists. */
export function cellEnsemble(run: StudyRun, cell: PlannedCell): EnsembleRecord {
  const { store } = run
  const { key, words, settings, known, heldOut, imageSet } = cell
  const found = store.ensembles.ofCell(key)
  if (found) return found
  return store.transaction(() => {
    const id = store.ensembles.create({ imageSetId: imageSet.id, name: words, settings, known, heldOut, cell: key })
    const ensemble = store.ensembles.show(id)!
    planMembers(run, ensemble).forEach((place) => store.members.put(id, place))
    return ensemble
  })
}

/**
 * Trains what is missing of a cell's ensemble, and waits for it; a training that waits, runs or rests is joined.
 * @returns the ended job, null where the study was interrupted, and undefined where there was nothing to do
 */
export async function trainCell(run: StudyRun, ensemble: EnsembleRecord): Promise<Job | null | undefined> {
  const places = run.store.members.places(ensemble.id)
  if (places.every(({ state }) => state === 'done')) return undefined
  const job = openTraining(run, ensemble)
  const ended = await Promise.race([run.queue.whenEnded(job.id), interruption(run)])
  if (ended) return ended
  // An engine that ends interrupts its trainings itself, and the next one takes them up.
  if (!run.stopping() && run.paused.aborted) await pauseTraining(run, job.id)
  return null
}

function openTraining({ store, queue, id }: StudyRun, ensemble: EnsembleRecord): Job {
  const open = trainingOf(queue, store, ensemble.id)
  if (open?.state === 'paused') return queue.resume(open.id)
  if (open) return open
  return queue.submit({
    kind: 'train', projectId: ensemble.projectId, title: `Training of ${ensemble.name}`,
    request: { ensembleId: ensemble.id, study: id },
  })
}

function interruption({ cancelled, paused }: StudyRun): Promise<null> {
  const signal = AbortSignal.any([cancelled, paused])
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

/** It may have ended, or rest already. */
async function pauseTraining({ queue }: StudyRun, id: number): Promise<void> {
  const { state } = queue.show(id)
  if (state === 'running' || state === 'waiting') await queue.pause(id)
}

/** Cancels the trainings that a study's job has asked for. */
export async function cancelTrainings(store: Store, queue: JobQueue, study: number): Promise<void> {
  const isOwn = ({ id, kind }: Job) =>
    kind === 'train' && store.jobs.request<JobRequests['train']>(id).study === study
  const open = queue.list(['waiting', 'running', 'paused']).filter(isOwn)
  for (const { id } of open) await queue.cancel(id)
}
