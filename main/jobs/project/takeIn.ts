import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { NewArtefact } from '../../store/artefacts.ts'
import { type ProjectTable, projectTables } from '../../store/projectTables.ts'
import { bundleEntries } from '../bundle/bundleEntries.ts'
import { artefactEntry, artefactHash, rowsEntry } from './backupFile.ts'
import { fillIntake, type IntakeRun } from './fillIntake.ts'
import { readRows } from './readRows.ts'
import type { Unpacked } from './unpack.ts'

/**
 * Makes a project of an unpacked archive in a run's store.
 * @param instead files by the names of artefacts, in the place of those that came or should have
 * @returns the project's id
 */
export function takeIn(run: IntakeRun, unpacked: Unpacked, instead: Record<string, string> = {}): Promise<number> {
  const { about: { project, rows }, directory, files } = unpacked
  const entries = new Set(files.map(({ name }) => name))
  const artefacts = { ...artefactsOf(unpacked), ...replacements(instead) }
  const source = {
    rows, read: ({ name }: ProjectTable) => (entries.has(rowsEntry(name)) ? readRows(directory, name) : []),
  }
  return fillIntake(run, source, (intake) =>
    run.store.artefacts.keep(artefacts, () => {
      run.cancelled.throwIfAborted()
      intake.reveal(project)
    }))
}

function replacements(instead: Record<string, string>): Record<string, NewArtefact> {
  return Object.fromEntries(Object.entries(instead).map(([name, file]) =>
    [artefactEntry(name), { file, kind: 'restored', sha256: artefactHash(artefactEntry(name))! }]))
}

/** Artefacts by their entries; all other entries are rows, or words for people. */
function artefactsOf({ about, files, directory }: Unpacked): Record<string, NewArtefact> {
  const tables = new Set(projectTables.map(({ name }) => rowsEntry(name)))
  const words = new Set<string>(about.bundle ? bundleEntries : [])
  const artefacts = files.filter(({ name }) => !tables.has(name) && !words.has(name))
  for (const { name, sha256 } of artefacts) {
    if (artefactHash(name) === sha256) continue
    throw new EngineFailure('BAD_INPUT', `The entry "${name}" of the archive is no file of a project.`,
      'The archive was changed or is damaged: take another copy of it.')
  }
  const missing = projectTables.find(({ name, later }) => !later && !files.some((file) => file.name === rowsEntry(name)))
  if (missing) {
    throw new EngineFailure('BAD_INPUT', `The entry "${rowsEntry(missing.name)}" is missing in the archive.`, 'Choose a file that a backup wrote.')
  }
  return Object.fromEntries(artefacts.map(({ name, sha256 }) =>
    [name, { file: path.join(directory, name), kind: 'restored', sha256 }]))
}
