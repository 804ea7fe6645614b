import { mkdir } from 'node:fs/promises'
import type { CurvePoint } from '../../contract/ensembles.ts'
import type { TrainingLogLine } from '../../contract/training.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { MemberResult } from '../../workers/messages.ts'
import { asFailure, isUnexpected, sentences } from '../queue/failures.ts'
import { withGroups } from './folds.ts'
import { rememberCardBytes } from '../devices/cardMemory.ts'
import type { Place } from '../devices/placesAtOnce.ts'
import type { JobRun } from '../queue/job.ts'
import { keepMember } from './keepMember.ts'
import { memberDirectory } from './memberDirectory.ts'
import { runImages } from '../scoring/runImages.ts'
import { noteTraining } from './trainingLog.ts'
import { doneWords, epochWords, stateWords } from './trainingWords.ts'
import type { Work } from '../pace/knownPace.ts'
import type { TrainingBoard, TrainingProgress } from './trainingBoard.ts'
import type { WorkerEnd } from '../queue/workerProcess.ts'

/** What tells of the member, the card that it is trained on, and what is trained. */
export interface TrainingSpot { board: TrainingBoard; card: Place; work: Work }

/**
 * Trains one member in a worker of its own and keeps what it leaves. However that ends, it is written to its
 * place.
 */
export async function trainOne(
  run: JobRun<'train'>, ensemble: EnsembleRecord, place: MemberPlace, spot: TrainingSpot,
): Promise<void> {
  const { board } = spot
  const changed = () => {
    run.announce({ type: 'changed', what: 'ensembles', id: ensemble.id })
    board.refresh()
  }
  const setState = (state: MemberPlace['state'], reason: string | null = null) => {
    run.store.members.setState(ensemble.id, place.index, state, reason)
    if (state !== 'running') note(run, ensemble, place, stateWords(state, reason), state === 'failed' ? 'failure' : 'member')
    changed()
  }
  try {
    setState('running')
    const end = await train(run, ensemble, place, spot)
    if (end.type !== 'done') return setState(end.type, end.type === 'failed' ? sentences(end.failure) : null)
    const result = end.result as MemberResult
    await keepMember(run.store, ensemble, place, result)
    rememberCardBytes(run, spot.work, result.cardBytes)
    note(run, ensemble, place, doneWords(result))
    changed()
  } catch (error) {
    if (isUnexpected(error))
      run.log.error({ err: error, job: run.id, member: place.index }, 'A member failed unexpectedly.')
    setState('failed', sentences(asFailure(error)))
  }
}

async function train(
  run: JobRun<'train'>, ensemble: EnsembleRecord, place: MemberPlace, { board, card }: TrainingSpot,
): Promise<WorkerEnd> {
  const directory = memberDirectory(run.store, place.key)
  await mkdir(directory, { recursive: true })
  const plain = runImages(run.store, ensemble.imageSetId, ensemble)
  const images = await withGroups(run.store, ensemble, plain, directory)
  const { index, threads } = place
  const previews = ensemble.cell === null
  const job = { kind: 'member' as const, directory, images, settings: ensemble.settings, index, threads, previews }
  return run.work(job, {
    threads, card,
    onProgress: (progress) => board.progress(index, progress as TrainingProgress),
    onCurve: (point) => {
      keepPoint(run, place, point)
      run.announce({ type: 'curve', ensembleId: ensemble.id, index, point })
      note(run, ensemble, place, epochWords(point), 'epoch')
    },
    onPreview: (epoch) => run.announce({ type: 'preview', ensembleId: ensemble.id, index, epoch }),
    onNote: (text) => note(run, ensemble, place, text),
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

function note(
  run: JobRun<'train'>, ensemble: EnsembleRecord, { index }: MemberPlace, text: string, kind: TrainingLogLine['kind'] = 'member',
): void {
  noteTraining(run, ensemble, { member: index, kind, text })
}
