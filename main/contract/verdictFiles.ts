import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { longestVerdictFile } from './verdictLimits.ts'
import { VerdictImport } from './verdicts.ts'

const base = oc.errors(failures)

export const verdictFormats = ['csv', 'json'] as const
export const VerdictFormat = z.enum(verdictFormats)

const OfSet = z.object({ imageSetId: z.int(), format: VerdictFormat })

/** Files of verdicts as text: a window has no disk of its own. */
export const verdictFiles = {
  /** The current verdicts of a set. */
  read: base.input(OfSet).output(z.object({ text: z.string(), verdicts: z.int() })),
  /**
   * Adds the verdicts of a file; where a row of it cannot be meant, none of them. `name` is the file's, for what is said of it. Those that hold
   * already are not added again, and images that the set does not have are left out and named.
   */
  import: base.input(OfSet.extend({ name: z.string().min(1).max(500), text: z.string().max(longestVerdictFile) }))
    .output(VerdictImport),
}

export type VerdictFormat = z.infer<typeof VerdictFormat>
