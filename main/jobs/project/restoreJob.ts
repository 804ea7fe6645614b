import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { ArchiveProgress } from '../../contract/jobs.ts'
import type { NewArtefact } from '../../store/artefacts.ts'
import type { ArchiveResult } from '../../workers/messages.ts'
import type { JobRun, Outcome } from '../job.ts'
import { artefactHash, parseAbout, rowsEntry } from './backupFile.ts'
import { fillIntake } from './fillIntake.ts'
import { readRows } from './readRows.ts'
import { projectTables } from '../../store/projectTables.ts'

/**
 * Makes a project out of a backup: a new one, whatever there is already. The result is { projectId }. A file that is not
 * exactly what was packed is refused with the entry's name, and nothing of it is kept.
 */
export async function runRestore(run: JobRun<'restore'>): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const directory = path.join(run.store.workspace, 'work', `restore-${run.id}`)
  try {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    const end = await run.work({ kind: 'archive', task: 'unpack', file: run.request.file, directory }, {
      threads: 1, onProgress: (progress) => run.progress({ kind: 'archive', ...progress } as ArchiveProgress),
    })
    if (end.type === 'failed') return { state: 'failed', error: end.failure }
    if (end.type !== 'done') return { state: end.type }
    return { state: 'done', result: { projectId: await takeIn(run, directory, end.result as ArchiveResult) } }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function takeIn(run: JobRun<'restore'>, directory: string, { about, files }: ArchiveResult): Promise<number> {
  const { project, rows } = parseAbout(about)
  const artefacts = artefactsOf(files, directory)
  const source = { rows, read: (table: (typeof projectTables)[number]) => readRows(directory, table.name) }
  return fillIntake(run, source, (intake) =>
    run.store.artefacts.keep(artefacts, () => {
      run.cancelled.throwIfAborted()
      intake.reveal(project)
    }))
}

/** Artefacts by their entries; all other entries are rows. */
function artefactsOf(files: ArchiveResult['files'], directory: string): Record<string, NewArtefact> {
  const tables = new Set(projectTables.map(({ name }) => rowsEntry(name)))
  const artefacts = files.filter(({ name }) => !tables.has(name))
  for (const { name, sha256 } of artefacts) {
    if (artefactHash(name) === sha256) continue
    throw new EngineFailure('BAD_INPUT', `The entry "${name}" of the archive is no file of a project.`,
      'The archive was changed or is damaged: take another copy of it.')
  }
  const missing = [...tables].find((table) => !files.some(({ name }) => name === table))
  if (missing) {
    throw new EngineFailure('BAD_INPUT', `The entry "${missing}" is missing in the archive.`, 'Choose a file that a backup wrote.')
  }
  return Object.fromEntries(artefacts.map(({ name, sha256 }) =>
    [name, { file: path.join(directory, name), kind: 'restored', sha256 }]))
}
