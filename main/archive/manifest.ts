import { z } from 'zod'
import { parsedJson } from '../contract/parsedJson.ts'
import { ArchiveProblem } from './archiveProblem.ts'

/** The entry that lists all others. */
export const manifestName = 'manifest.json'

/** What an archive of Lacuna says it is, so that another zip file is told from it. */
export const archiveKind = 'lacuna-archive'

/** Raised whenever what was written by the next Lacuna cannot be read by this one. */
export const archiveFormat = 1

const Entry = z.strictObject({
  name: z.string().min(1).max(200), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The list of an archive: its entries with their hashes, and what whoever packed it said about it. */
export const Manifest = z.strictObject({
  kind: z.literal(archiveKind), format: z.literal(archiveFormat), about: z.record(z.string(), z.unknown()),
  entries: z.array(Entry).max(1_000_000),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestEntry = z.infer<typeof Entry>

/**
 * Reads a list.
 * @param archive the archive's name, for people
 * @throws ArchiveProblem where it is not one, or one from a newer Lacuna
 */
export function parseManifest(text: string, archive: string): Manifest {
  const said = parsedJson(text)
  const { kind, format } = (said ?? {}) as { kind?: unknown; format?: unknown }
  if (kind === archiveKind && typeof format === 'number' && format > archiveFormat) {
    throw new ArchiveProblem(`"${manifestName}" in ${archive} is of format ${format}, and this Lacuna reads up to ${archiveFormat}.`,
      'Update Lacuna, and try again.')
  }
  const manifest = Manifest.safeParse(said)
  if (manifest.success) return manifest.data
  const [issue] = manifest.error.issues
  const why = `${issue.path.join('.') || 'it'}: ${issue.message}`
  throw new ArchiveProblem(`"${manifestName}" in ${archive} is not the list of a Lacuna archive (${why}).`,
    'Choose a file that Lacuna wrote.')
}
