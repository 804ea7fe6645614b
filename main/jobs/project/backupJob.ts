import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ArchiveProgress } from '../../contract/jobs.ts'
import { LineWriter } from '../../datasets/lines.ts'
import type { ProjectReading } from '../../store/readProject.ts'
import { type ProjectTable, projectTables } from '../../store/projectTables.ts'
import type { ArchiveJob } from '../../workers/messages.ts'
import type { JobRun, Outcome } from '../job.ts'
import { artefactEntry, type BackupAbout, rowsEntry } from './backupFile.ts'
import { refuseExisting } from './backupPath.ts'

/**
 * Writes a project into one zip file: its rows as NDJSON, its files under their hashes, and a list of all of it. The
 * originals are not in it. The result is { file, bytes }: the whole path, and the bytes of all that was packed.
 * @param version Lacuna's, for the record
 */
export function backupRunner(version: string) {
  return async (run: JobRun<'backup'>): Promise<Outcome> => {
    const { file, projectId } = run.request
    const directory = path.join(run.store.workspace, 'work', `backup-${run.id}`)
    const source = run.cancelled.aborted ? null : await run.store.readProject(projectId)
    try {
      if (!source) return { state: 'cancelled' }
      await refuseExisting(file)
      await writeRows(run, source, directory)
      const name = run.store.projects.show(projectId)!.name
      return await pack(run, source, directory, { project: name, lacuna: version, created: new Date().toISOString(), rows: source.rows })
    } finally {
      source?.close()
      await rm(directory, { recursive: true, force: true })
      await rm(draftOf(file), { force: true })
    }
  }
}

/** Beside the file itself, so that it only needs another name at the end. */
const draftOf = (file: string) => `${file}.part`

async function writeRows(run: JobRun<'backup'>, source: ProjectReading, directory: string): Promise<void> {
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

async function pack(run: JobRun<'backup'>, source: ProjectReading, directory: string, about: BackupAbout): Promise<Outcome> {
  const { file } = run.request
  const rows = projectTables.map(({ name }) => ({ name: rowsEntry(name), file: path.join(directory, rowsEntry(name)) }))
  const artefacts = source.files.map(({ name, file, sha256 }) => ({ name: artefactEntry(name), file, sha256 }))
  const job: ArchiveJob = { kind: 'archive', task: 'pack', target: draftOf(file), files: [...rows, ...artefacts], about: { ...about } }
  const end = await run.work(job, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'archive', ...progress } as ArchiveProgress),
  })
  if (end.type === 'failed') return { state: 'failed', error: end.failure }
  if (end.type !== 'done') return { state: end.type }
  await refuseExisting(file)
  await rename(draftOf(file), file)
  const bytes = source.files.reduce((sum, { bytes }) => sum + bytes, 0)
  return { state: 'done', result: { file, bytes } }
}
