import { mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ArchiveProgress } from '../../contract/jobs.ts'
import { LineWriter } from '../../datasets/lines.ts'
import type { ProjectReading } from '../../store/readProject.ts'
import { type ProjectTable, projectTables } from '../../store/projectTables.ts'
import type { ArchiveJob, PackTask } from '../../workers/messages.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { artefactEntry, type BackupAbout, rowsEntry } from './backupFile.ts'
import { refuseExisting } from './backupPath.ts'

/** What goes into an archive of a project. */
export interface Packing {
  source: ProjectReading
  /** For the rows; the caller's to remove. */
  directory: string
  about: BackupAbout
  /** Further entries. */
  more?: PackTask['files']
  /** Files that stay out, by their hashes, though rows name them. */
  without?: ReadonlySet<string>
}

type PackingRun = JobRun<'backup' | 'bundle'>

/** Beside the file itself, so that it only needs another name at the end; the caller's to remove. */
export const draftOf = (file: string) => `${file}.part`

/**
 * Writes a project, or the part of it that is read, into the file that a job is asked for: rows as NDJSON, files under
 * their hashes, and a list of all. The result is { file, bytes }: the whole path, and how large the file is.
 */
export async function packProject(run: PackingRun, packing: Packing): Promise<Outcome> {
  await refuseExisting(run.request.file)
  await writeRows(run, packing)
  return pack(run, packing)
}

async function writeRows(run: PackingRun, { source, directory }: Packing): Promise<void> {
  let done = 0
  for (const table of projectTables) {
    const target = path.join(directory, rowsEntry(table.name))
    await mkdir(path.dirname(target), { recursive: true })
    await writeTable(source, table, target, (rows) => {
      run.cancelled.throwIfAborted()
      run.progress({ kind: 'archive', phase: 'reading', done: (done += rows), total: source.rows })
    })
  }
}

async function writeTable(source: ProjectReading, table: ProjectTable, target: string, wrote: (rows: number) => void): Promise<void> {
  const lines = new LineWriter(target)
  try {
    for (const rows of source.read(table)) {
      for (const row of rows) await lines.write(row)
      wrote(rows.length)
      await setImmediate()
    }
    await lines.close()
  } catch (error) {
    await lines.discard()
    throw error
  }
}

async function pack(run: PackingRun, { source, directory, about, more = [], without = new Set() }: Packing): Promise<Outcome> {
  const { file } = run.request
  const rows = projectTables.map(({ name }) => ({ name: rowsEntry(name), file: path.join(directory, rowsEntry(name)) }))
  const kept = source.files.filter(({ sha256 }) => !without.has(sha256))
  const artefacts = kept.map(({ name, file, sha256 }) => ({ name: artefactEntry(name), file, sha256 }))
  const job: ArchiveJob = {
    kind: 'archive', task: 'pack', target: draftOf(file), files: [...more, ...rows, ...artefacts], about: { ...about },
  }
  const end = await run.work(job, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'archive', ...progress } as ArchiveProgress),
  })
  if (end.type === 'failed') return { state: 'failed', error: end.failure }
  if (end.type !== 'done') return { state: end.type }
  await refuseExisting(file)
  await rename(draftOf(file), file)
  const { size: bytes } = await stat(file)
  return { state: 'done', result: { file, bytes } }
}
