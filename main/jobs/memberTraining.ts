import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CurvePoint } from '../contract/ensembles.ts'
import type { EnsembleRecord } from '../store/ensembles.ts'
import type { MemberPlace } from '../store/members.ts'
import type { Store } from '../store/openStore.ts'
import type { MemberResult } from '../workers/messages.ts'
import { encodingArtefacts, encodingRecord } from './encodingArtefacts.ts'
import { asFailure, isUnexpected } from './failures.ts'
import { withGroups } from './folds.ts'
import type { JobRun } from './job.ts'
import { runImages } from './runImages.ts'
import type { TrainingBoard, TrainingProgress } from './trainingBoard.ts'
import type { WorkerEnd } from './workerProcess.ts'

/** Where a member is trained, and where its checkpoint lies until it is done. */
export function memberDirectory(store: Store, key: string): string {
  return path.join(store.workspace, 'work', `member-${key}`)
}

/**
 * Trains one member in a worker of its own and keeps what it leaves. However that ends, it is written to its
 * place.
 */
export async function trainOne(
  run: JobRun<'train'>, ensemble: EnsembleRecord, place: MemberPlace, board: TrainingBoard,
): Promise<void> {
  const changed = () => {
    run.announce({ type: 'changed', what: 'ensembles', id: ensemble.id })
    board.refresh()
  }
  const setState = (state: MemberPlace['state'], reason: string | null = null) => {
    run.store.members.setState(ensemble.id, place.index, state, reason)
    changed()
  }
  try {
    setState('running')
    const end = await train(run, ensemble, place, board)
    if (end.type !== 'done') return setState(end.type, end.type === 'failed' ? sentences(end.failure) : null)
    await keep(run, ensemble, place, end.result as MemberResult)
    changed()
  } catch (error) {
    if (isUnexpected(error))
      run.log.error({ err: error, job: run.id, member: place.index }, 'A member failed unexpectedly.')
    setState('failed', sentences(asFailure(error)))
  }
}

async function train(
  run: JobRun<'train'>, ensemble: EnsembleRecord, place: MemberPlace, board: TrainingBoard,
): Promise<WorkerEnd> {
  const directory = memberDirectory(run.store, place.key)
  await mkdir(directory, { recursive: true })
  const plain = runImages(run.store, ensemble.imageSetId, ensemble)
  const images = await withGroups(run.store, ensemble, plain, directory)
  const { index, threads } = place
  const job = { kind: 'member' as const, directory, images, settings: ensemble.settings, index, threads }
  return run.work(job, {
    threads,
    onProgress: (progress) => board.progress(index, progress as TrainingProgress),
    onCurve: (point) => {
      keepPoint(run, place, point)
      run.announce({ type: 'curve', ensembleId: ensemble.id, index, point })
    },
  }, `member-${index}`)
}

/** A point that a full disk refuses comes again with the whole curve when the member is done. */
function keepPoint(
  { store, log, id }: JobRun<'train'>, { key, index }: MemberPlace, point: CurvePoint,
): void {
  try {
    store.curves.put(key, point)
  } catch (error) {
    log.warn({ err: error, job: id, member: index }, 'A point of a curve could not be stored.')
  }
}

/** Files, records and the member's state in one transaction. */
async function keep(
  { store }: JobRun<'train'>, ensemble: EnsembleRecord, { key, index }: MemberPlace, result: MemberResult,
): Promise<void> {
  const { parameters, seconds, device, health, memory, curve, encodings } = result
  const snapshot = store.imageSets.files(ensemble.imageSetId)!.snapshot
  await store.artefacts.keep(
    {
      weights: { file: result.weights, kind: 'weights' },
      description: { file: result.description, kind: 'description' }, ...encodingArtefacts('said-', encodings),
    },
    (ids) => {
      store.members.insertTrained({
        key, parameters, seconds, device, health, memory, weights: ids.weights, description: ids.description,
      })
      store.encodings.put(key, snapshot, encodingRecord('said-', encodings, ids))
      store.curves.replace(key, curve)
      store.members.setState(ensemble.id, index, 'done')
    },
  )
  await rm(memberDirectory(store, key), { recursive: true, force: true })
}

function sentences({ message, hint }: { message: string; hint: string | null }): string {
  return hint ? `${message} ${hint}` : message
}
