import { mkdir, rm } from 'node:fs/promises'
import type { ArchiveProgress } from '../../contract/jobs.ts'
import type { ArchiveResult } from '../../workers/messages.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { type BackupAbout, parseAbout } from './backupFile.ts'

/** An archive of a project, every name and hash of it checked, as files in a folder. */
export interface Unpacked { about: BackupAbout; files: ArchiveResult['files']; directory: string }

/**
 * Unpacks the archive that a job is asked to read.
 * @param directory emptied first; the caller's to remove
 * @returns the job's outcome where it was interrupted or the archive is refused, by the name of the entry
 * @throws EngineFailure BAD_INPUT where the archive holds no project
 */
export async function unpack(run: JobRun<'restore' | 'verify'>, directory: string): Promise<Unpacked | { outcome: Outcome }> {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const end = await run.work({ kind: 'archive', task: 'unpack', file: run.request.file, directory }, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'archive', ...progress } as ArchiveProgress),
  })
  if (end.type === 'failed') return { outcome: { state: 'failed', error: end.failure } }
  if (end.type !== 'done') return { outcome: { state: end.type } }
  const { about, files } = end.result as ArchiveResult
  return { about: parseAbout(about), files, directory }
}
