import { diskFull, EngineFailure, type Failure } from '../../contract/errors.ts'
import type { CellResult, StudySpec } from '../../contract/studies.ts'
import type { TrainedMember } from '../../store/members.ts'
import { asFailure, isUnexpected } from '../queue/failures.ts'
import { measureCell } from './cellMeasuring.ts'
import { doneCell, failedCell } from './cellResults.ts'
import { cellEnsemble, trainCell } from './cellTraining.ts'
import type { PlannedCell } from './plannedCells.ts'
import type { StudyRun } from './studyRun.ts'

/** A trained member as its cell has it. */
type CellMember = TrainedMember & { index: number; threads: number }

/**
 * Trains and measures one cell. What goes wrong with it is its result, so that the study goes on.
 * @returns null where the study was interrupted
 * @throws EngineFailure where the disk is full: every further cell would fail as well
 */
export async function runCell(run: StudyRun, spec: StudySpec, cell: PlannedCell): Promise<CellResult | null> {
  run.board.training(cell)
  try {
    const members = await trainedMembers(run, cell)
    if (!members) return null
    run.board.scoring()
    const outcome = await measureCell(run, spec, cell, members)
    if (!outcome) return null
    run.store.transaction(() => members.forEach(({ key }) => run.store.encodings.removeOfCells(key)))
    run.store.artefacts.collect()
    return doneCell(run, cell, members, outcome)
  } catch (error) {
    return failedCell(run, cell, failureOf(run, cell, error))
  }
}

function failureOf({ log, id }: StudyRun, { key }: PlannedCell, error: unknown): Failure {
  if (isUnexpected(error)) log.error({ err: error, job: id, cell: key }, 'A cell failed unexpectedly.')
  const failure = asFailure(error)
  if (!failure.message.includes(diskFull.message)) return failure
  throw new EngineFailure('UNAVAILABLE', failure.message, diskFull.hint)
}

/**
 * @returns null where the study was interrupted
 * @throws EngineFailure with the reason where not all of them are there
 */
async function trainedMembers(run: StudyRun, cell: PlannedCell): Promise<CellMember[] | null> {
  if (cell.members === 0) return []
  const ensemble = cellEnsemble(run, cell)
  const job = await trainCell(run, ensemble)
  if (job === null) return null
  const places = run.store.members.places(ensemble.id)
  if (places.every(({ state }) => state === 'done')) {
    return places.map(({ key, index, threads }) => ({ ...run.store.members.trained(key)!, index, threads }))
  }
  throw new EngineFailure('CONFLICT', job?.error?.message ?? 'The training was cancelled.', job?.error?.hint)
}
