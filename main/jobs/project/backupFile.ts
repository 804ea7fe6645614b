import { z } from 'zod'
import { EngineFailure } from '../../contract/errors.ts'

/** What the list of a backup says of the project. */
export const BackupAbout = z.strictObject({
  project: z.string().trim().min(1).max(200), lacuna: z.string(), created: z.string(), rows: z.int().min(0),
})
export type BackupAbout = z.infer<typeof BackupAbout>

/** @throws EngineFailure BAD_INPUT where an archive holds something else than a project */
export function parseAbout(about: unknown): BackupAbout {
  const said = BackupAbout.safeParse(about)
  if (said.success) return said.data
  throw new EngineFailure('BAD_INPUT', 'The archive is not the backup of a project.', 'Choose a file that a backup wrote.')
}

/** The entry with a table's rows, one a line. */
export const rowsEntry = (table: string): string => `rows/${table}.ndjson`

/** The entry with an artefact, by its name. */
export const artefactEntry = (name: string): string => `artefacts/${name}`

const artefact = /^artefacts\/([0-9a-f]{64})\.[a-z0-9]{0,16}$/

/** The hash in the name of an artefact's entry; null where the entry is none. */
export const artefactHash = (entry: string): string | null => artefact.exec(entry)?.[1] ?? null
