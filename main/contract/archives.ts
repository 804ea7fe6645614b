import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const File = z.object({ file: z.string().trim().min(1) })
const Begun = z.object({ jobId: z.int() })

/** A project as one file, for another disk or another workspace. Paths are absolute ones. */
export const archives = {
  /**
   * Writes a project into a zip file that is not there yet, with all but the original images, studies and jobs. The job's
   * result is { file, bytes }.
   */
  backup: base.input(File.extend({ projectId: z.int() })).output(Begun),
  /** Makes a new project out of a backup. The job's result is { projectId }. */
  restore: base.input(File).output(Begun),
}
