import { EngineFailure } from '../../contract/errors.ts'
import type { CellResult, StudySpec } from '../../contract/studies.ts'
import type { JobRun, Outcome, Runner } from '../queue/job.ts'
import type { JobQueue } from '../queue/queue.ts'
import { cancelTrainings } from './cellTraining.ts'
import { runCell } from './cellRun.ts'
import { distinctCells, type PlannedCell, plannedCells, resultsOf } from './plannedCells.ts'
import { StudyBoard } from './studyBoard.ts'
import { StudyResults } from './studyResults.ts'
import type { StudyRun } from './studyRun.ts'

/**
 * Goes through the cells of a study that have no result yet. Cells are trained through the queue and kept as they
 * finish; one that fails is kept with its reason, and the study goes on. Interrupted, it goes on where it was.
 * @param version Lacuna's, for the record
 * @param queue asked for only when a study runs
 */
export function studyRunner(version: string, queue: () => JobQueue): Runner<'study'> {
  return async (run) => {
    if (run.cancelled.aborted) return giveUp(run, queue())
    const { spec } = run.store.studies.show(run.request.studyId)!
    const cells = distinctCells(plannedCells(run.store, spec, run.request.device))
    const results = await StudyResults.open(run, cells)
    const wanted = results.missing().slice(0, run.request.limit)
    refuseWithoutRuntime(run, wanted)
    const board = new StudyBoard(run, cells.length, results, wanted)
    const isThrough = await runCells({ ...run, queue: queue(), version, board }, spec, wanted, results)
    if (isThrough) return outcome(run, cells)
    return run.cancelled.aborted ? giveUp(run, queue()) : { state: 'paused' }
  }
}

/** @returns false where the study was interrupted */
async function runCells(
  run: StudyRun, spec: StudySpec, wanted: PlannedCell[], results: StudyResults,
): Promise<boolean> {
  try {
    for (const cell of wanted) {
      const result = await runCell(run, spec, cell)
      if (!result) return false
      await results.keep(result)
      run.board.finished(cell)
    }
    return true
  } finally {
    run.board.close()
  }
}

function refuseWithoutRuntime({ runtime }: JobRun<'study'>, wanted: PlannedCell[]): void {
  if (runtime() || wanted.every(({ members, settings }) => members === 0 || settings.device !== 'tensorflow')) return
  throw new EngineFailure('UNAVAILABLE', 'No TensorFlow runtime is set up, and the study trains members.',
    'Install one in the settings, or by "lacuna runtime install cpu".')
}

/** What the study has begun to train goes with it; an engine that ends leaves it to the next one. */
async function giveUp({ id, store, stopping }: JobRun<'study'>, queue: JobQueue): Promise<Outcome> {
  if (!stopping()) await cancelTrainings(store, queue, id)
  return { state: 'cancelled' }
}

function outcome({ store, request: { studyId } }: JobRun<'study'>, cells: PlannedCell[]): Outcome {
  const results = resultsOf(store, cells)
  const count = (state: CellResult['state']) => results.filter((result) => result?.state === state).length
  const [done, failed] = [count('done'), count('failed')]
  return { state: 'done', result: { studyId, done, failed, missing: cells.length - done - failed } }
}
