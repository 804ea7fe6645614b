import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { JobRun, Outcome } from '../queue/job.ts'
import { draftOf, packProject } from './packProject.ts'

/**
 * Writes a project into one zip file: its rows as NDJSON, its files under their hashes, and a list of all of it. The
 * originals are not in it. The result is { file, bytes }: the whole path, and how large the file is.
 * @param version Lacuna's, for the record
 */
export function backupRunner(version: string) {
  return async (run: JobRun<'backup'>): Promise<Outcome> => {
    const { file, projectId } = run.request
    const directory = path.join(run.store.workspace, 'work', `backup-${run.id}`)
    const source = run.cancelled.aborted ? null : await run.store.readProject(projectId)
    try {
      if (!source) return { state: 'cancelled' }
      const project = run.store.projects.show(projectId)!.name
      const about = { project, lacuna: version, created: new Date().toISOString(), rows: source.rows }
      return await packProject(run, { source, directory, about })
    } finally {
      source?.close()
      await rm(directory, { recursive: true, force: true })
      await rm(draftOf(file), { force: true })
    }
  }
}
