import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** A folder of the workspace, or the runtime's: what for, where, and how many files and bytes are in it. */
export const WorkspaceFolder = z.object({
  id: z.enum(['artefacts', 'database', 'cache', 'logs', 'backups', 'samples', 'uploads', 'work', 'runtime']), path: z.string(),
  files: z.int(), bytes: z.int(),
})

/** Text for those who help: versions, device, paths, counts and the last lines of the log; no keys and no images. */
export const Diagnostics = z.object({ text: z.string() })

/** The workspace on the disk, and what it takes. */
export const workspace = {
  folders: base.output(z.array(WorkspaceFolder)),
  /** Forgets all thumbnails: they are made again when they are looked at. */
  emptyCache: base.output(z.object({ freedBytes: z.int() })),
  diagnostics: base.output(Diagnostics),
}

export type WorkspaceFolder = z.infer<typeof WorkspaceFolder>
