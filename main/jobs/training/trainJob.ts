import { rm } from 'node:fs/promises'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { memberDirectory } from './memberDirectory.ts'
import { trainOne, type TrainingSpot } from './memberTraining.ts'
import { asFailure, isUnexpected, sentences } from '../queue/failures.ts'
import { placesAtOnce, placeWords } from '../devices/placesAtOnce.ts'
import { planMembers } from './planMembers.ts'
import { TrainingBoard } from './trainingBoard.ts'
import { noteTraining } from './trainingLog.ts'
import { planWords } from './trainingWords.ts'

/**
 * Trains the members of an ensemble that are not done yet, as many at once as there are cores or as the cards take. One that fails
 * does not stop the others; the job then ends as failed, and training again completes the ensemble.
 */
export async function runTraining(run: JobRun<'train'>): Promise<Outcome> {
  const ensemble = run.store.ensembles.show(run.request.ensembleId)!
  try {
    return await train(run, ensemble)
  } catch (error) {
    return broken(run, ensemble, error)
  }
}

async function train(run: JobRun<'train'>, ensemble: EnsembleRecord): Promise<Outcome> {
  if (run.cancelled.aborted) return giveUp(run, ensemble)
  const places = planMembers(run, ensemble)
  run.store.transaction(() => places.forEach((place) => run.store.members.put(ensemble.id, place)))
  const waiting = places.filter(({ state }) => state !== 'done')
  noteTraining(run, ensemble, { member: null, kind: 'training', text: planWords(run, ensemble.settings.device, places) })
  const board = new TrainingBoard(run, ensemble)
  const work = { settings: ensemble.settings, imageSet: run.store.imageSets.show(ensemble.imageSetId)! }
  const spots = await placesAtOnce(run, work, waiting.length)
  const spread = placeWords(spots)
  if (spread) noteTraining(run, ensemble, { member: null, kind: 'training', text: spread })
  const workers = spots.map((card) => trainNext(run, ensemble, waiting, { board, card, work }))
  await allEnded(workers)
  board.refresh()
  if (run.cancelled.aborted) return giveUp(run, ensemble)
  return outcome(run, ensemble)
}

/** Where not even the state of a member could be stored, as on a full disk: none shall look as if it still ran. */
function broken({ store, announce, cancelled, log, id }: JobRun<'train'>, ensemble: EnsembleRecord, error: unknown): Outcome {
  if (isUnexpected(error)) log.error({ err: error, job: id }, 'A training failed unexpectedly.')
  const failure = asFailure(error)
  const state = cancelled.aborted ? 'cancelled' as const : 'failed' as const
  const settle = () => {
    const running = store.members.places(ensemble.id).filter((place) => place.state === 'running')
    const reason = state === 'failed' ? sentences(failure) : null
    running.forEach(({ index }) => store.members.setState(ensemble.id, index, state, reason))
    announce({ type: 'changed', what: 'ensembles', id: ensemble.id })
  }
  return state === 'failed' ? { state, error: failure, settle } : { state, settle }
}

/** Should one of them throw, the others are waited for all the same: none may go on behind the job's back. */
async function allEnded(workers: Promise<void>[]): Promise<void> {
  const broken = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
  if (broken) throw (broken as PromiseRejectedResult).reason
}

async function trainNext(
  run: JobRun<'train'>, ensemble: EnsembleRecord, waiting: MemberPlace[], spot: TrainingSpot,
): Promise<void> {
  while (!run.cancelled.aborted && !run.paused.aborted) {
    const place = waiting.shift()
    if (!place) return
    await trainOne(run, ensemble, place, spot)
  }
}

function outcome({ store, paused }: JobRun<'train'>, ensemble: EnsembleRecord): Outcome {
  const places = store.members.places(ensemble.id)
  const indices = (wanted: (place: MemberPlace) => boolean) => places.filter(wanted).map(({ index }) => index)
  const failed = indices(({ state }) => state === 'failed')
  const result = {
    ensembleId: ensemble.id, done: indices(({ state }) => state === 'done'),
    reused: indices(({ reused }) => reused), failed,
  }
  if (paused.aborted && result.done.length + failed.length < places.length) return { state: 'paused' }
  if (failed.length === 0) return { state: 'done', result }
  const first = places[failed[0]]
  const count = `${failed.length} of ${places.length} members failed.`
  const message = `${count} Member ${first.index}: ${first.reason}`
  const hint = 'Train the ensemble again to complete it; until then it works with the members that are done.'
  return { state: 'failed', error: { code: 'MEMBER_FAILED', message, hint }, result }
}

/** What is done stays; the others lose their checkpoints. */
async function giveUp({ store, announce }: JobRun<'train'>, ensemble: EnsembleRecord): Promise<Outcome> {
  const left = store.members.places(ensemble.id).filter(({ state }) => state !== 'done' && state !== 'failed')
  for (const { index, key } of left) {
    store.members.setState(ensemble.id, index, 'cancelled')
    await rm(memberDirectory(store, key), { recursive: true, force: true })
  }
  announce({ type: 'changed', what: 'ensembles', id: ensemble.id })
  return { state: 'cancelled' }
}
