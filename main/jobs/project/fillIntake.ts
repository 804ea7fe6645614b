import { setImmediate } from 'node:timers/promises'
import { type ProjectRow, type ProjectTable, projectTables } from '../../store/projectTables.ts'
import type { ProjectIntake } from '../../store/projectIntake.ts'
import { removeProject } from '../removal.ts'
import type { JobRun } from '../queue/job.ts'

type Batches = Iterable<ProjectRow[]> | AsyncIterable<ProjectRow[]>

/** What takes a project in, into its own store or another one. */
export type IntakeRun = Pick<JobRun<'copy'>, 'store' | 'announce' | 'cancelled' | 'progress'>

/** Where a project's rows come from, and how many there are. */
export interface RowSource { rows: number; read(table: ProjectTable): Batches }

/**
 * Takes a project in from elsewhere: its rows some hundreds at a time, so that the engine answers in between, and at last
 * everything that makes it one. Where anything fails nothing of it is left.
 * @param finish brings the project into sight
 * @returns the project's id
 */
export async function fillIntake(
  run: IntakeRun, source: RowSource, finish: (intake: ProjectIntake) => Promise<void>,
): Promise<number> {
  const intake = run.store.intake()
  try {
    await takeRows(run, source, intake)
    await finish(intake)
  } catch (error) {
    await removeProject(run.store, intake.id)
    throw error
  }
  run.announce({ type: 'changed', what: 'projects', id: intake.id })
  return intake.id
}

async function takeRows(run: IntakeRun, source: RowSource, intake: ProjectIntake): Promise<void> {
  let done = 0
  for (const table of projectTables) {
    for await (const rows of source.read(table)) {
      run.cancelled.throwIfAborted()
      intake.put(table, rows)
      done += rows.length
      run.progress({ kind: 'archive', phase: 'storing', done, total: source.rows })
      await setImmediate()
    }
  }
  run.cancelled.throwIfAborted()
}
