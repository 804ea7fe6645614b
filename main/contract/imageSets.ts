import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

export const Split = z.enum(['train', 'validation', 'test'])

export const SnapshotShape = z.object({
  height: z.int(), width: z.int(), channels: z.int(),
  fit: z.enum(['fit', 'crop', 'stretch']), range: z.tuple([z.number(), z.number()]),
})

export const ImportOptions = z.object({
  source: z.string().min(1),
  size: z.object({ height: z.int().min(8).max(1024), width: z.int().min(8).max(1024) }).optional(),
  colour: z.enum(['grey', 'rgb']).optional(),
  fit: z.enum(['fit', 'crop', 'stretch']).optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  split: z.object({ validation: z.number(), test: z.number(), seed: z.int() }).optional(),
  unlabelled: z.boolean().optional(),
  /** An image set whose size, colour, fit and intensity range are taken: images for an ensemble that was trained on it. */
  like: z.int().optional(),
})

const SplitCounts = z.object({ train: z.int(), validation: z.int(), test: z.int() })

/** One version of an image set: what was found, and the snapshot that training reads. */
export const ImageSet = z.object({
  id: z.int(), projectId: z.int(), name: z.string(), source: z.string(), kind: z.string(),
  version: z.int(), created: z.string(), state: z.enum(['importing', 'ready', 'failed']),
  classes: z.array(z.string()), images: z.int(), problems: z.int(), pairs: z.int(),
  byClass: z.array(SplitCounts), unlabelled: z.int(), warnings: z.array(z.string()),
  snapshot: SnapshotShape.extend({ sha256: z.string() }).nullable(),
})

export const ImageRow = z.object({
  position: z.int(), path: z.string(), label: z.string().nullable(), split: Split, hash: z.string(),
  width: z.int(), height: z.int(), group: z.int(),
})

export const Problem = z.object({ path: z.string(), code: z.string(), message: z.string() })

const PairedImage = ImageRow.pick({ position: true, label: true, split: true, width: true, height: true })

/**
 * Two images that are alike. `a` and `b` are their paths, `images` what is known of the two. `distance` is 0 for the same
 * pixels, else 1 - correlation of the pixels at best alignment; a leak lies in different splits.
 */
export const Pair = z.object({
  a: z.string(), b: z.string(), kind: z.enum(['exact', 'near']), distance: z.number(), leak: z.boolean(),
  images: z.tuple([PairedImage, PairedImage]),
})

/** Which pairs: all, those in different splits, or those of different classes. */
export const PairFilter = z.enum(['all', 'leaks', 'classes'])

const Page = z.object({ id: z.int(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(200) })
const ById = z.object({ id: z.int() })

export const imageSets = {
  /**
   * Starts an import into the project of that name (made when there is none); `source` is an absolute path.
   * The job's result is { imageSetId, unchanged }: where nothing is different from an earlier version of the set
   * (`unchanged`), it is that version, and `id` is another name for it.
   */
  import: base.input(ImportOptions.extend({ project: z.string().min(1), name: z.string().optional() }))
    .output(z.object({ id: z.int(), jobId: z.int() })),
  /** As `import`, of the bundled sample: it is unpacked into the workspace first. */
  importSample: base.input(z.object({ project: z.string().min(1) })).output(z.object({ id: z.int(), jobId: z.int() })),
  list: base.input(z.object({ project: z.string().optional() })).output(z.array(ImageSet)),
  show: base.input(ById).output(ImageSet),
  images: base.input(Page).output(z.array(ImageRow)),
  row: base.input(ById.extend({ position: z.int().min(0) })).output(ImageRow),
  /** All problems, or those with a code. */
  problems: base.input(Page.extend({ code: z.string().optional() })).output(z.array(Problem)),
  pairs: base.input(Page.extend({ only: PairFilter.default('all') })).output(z.array(Pair)),
  /** Points a set whose originals moved at their new place, after their hashes were compared there. */
  relocate: base.input(ById.extend({ source: z.string().min(1) })).output(ImageSet),
  remove: base.input(ById).output(z.object({ freedBytes: z.int() })),
}

export type ImageSet = z.infer<typeof ImageSet>
export type ImageRow = z.infer<typeof ImageRow>
export type ImportOptions = z.infer<typeof ImportOptions>
export type Problem = z.infer<typeof Problem>
export type Pair = z.infer<typeof Pair>
export type PairFilter = z.infer<typeof PairFilter>
