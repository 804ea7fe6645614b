import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Failure, failures } from './errors.ts'

const base = oc.errors(failures)

/** At most so many paths of each kind are named; how many there are is counted in any case. */
export const mostNamed = 5_000

/** `total` is how many there are; `paths` the first of them. */
const Paths = z.object({ total: z.int(), paths: z.array(z.string()) })

/**
 * What is different where a set's images came from. `added`: files that the import did not know. `removed`: images whose
 * file is gone. `changed`: images with other content. `relabelled`: images that have another class or split now.
 */
export const OriginalChanges = z.object({
  added: Paths, removed: Paths, changed: Paths, relabelled: Paths,
  /** Images that are there, and how many of them were read and compared by their content. */
  present: z.int(), compared: z.int(),
  /** Files written since the import that a quick check did not read: there are too many. */
  unread: z.int(), checked: z.string(),
})

/** How a check goes; the last is `done`, `missing` where nothing lies at the source any more, or why there is no answer. */
export const OriginalsNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), phase: z.enum(['listing', 'comparing']), done: z.int(), total: z.int().nullable() }),
  z.object({ type: z.literal('missing'), source: z.string() }),
  z.object({ type: z.literal('failed'), failure: Failure }),
  z.object({ type: z.literal('done'), changes: OriginalChanges }),
])

/** The files that a set was imported from, as they are today. */
export const originals = {
  /**
   * Compares them with what was imported, in a process of its own, for as long as the caller listens. A quick check reads
   * only what was written since the import; a thorough one reads every file.
   */
  check: base.input(z.object({ id: z.int(), thorough: z.boolean().default(false) })).output(eventIterator(OriginalsNews)),
  /** Imports them again as the set's next version, by the same rules and into the same pixels. */
  importAgain: base.input(z.object({ id: z.int() })).output(z.object({ id: z.int(), jobId: z.int() })),
}

export type OriginalChanges = z.infer<typeof OriginalChanges>
export type OriginalsNews = z.infer<typeof OriginalsNews>
