import type { JobRun, Outcome } from '../queue/job.ts'
import { fillIntake } from './fillIntake.ts'

/**
 * Copies a project within the workspace: every row under a number of its own, and the same files. The result is
 * { projectId }.
 */
export async function runCopy(run: JobRun<'copy'>): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const source = await run.store.readProject(run.request.projectId)
  try {
    const projectId = await fillIntake(run, source, async (intake) => intake.reveal(run.request.name))
    return { state: 'done', result: { projectId } }
  } finally {
    source.close()
  }
}
