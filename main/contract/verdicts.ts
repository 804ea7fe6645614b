import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { mostVerdicts } from './verdictLimits.ts'

const base = oc.errors(failures)

/** What a person says of an image. */
export const VerdictKind = z.enum(['anomaly', 'normal', 'mislabelled', 'unsure'])

/** Tags are written into one cell of a table, separated by semicolons. */
const Tag = z.string().trim().min(1).max(100).regex(/^[^;\r\n]*$/, 'a tag is one line without semicolons')

/** What is said beside the verdict: `class` is the one that a mislabelled image should have, by name. */
const Remarks = z.object({
  note: z.string().max(10_000).nullable().default(null),
  tags: z.array(Tag).max(50).default([]),
  class: z.string().trim().min(1).max(200).nullable().default(null),
})

/** One entry of the record: a verdict, or its withdrawal (`verdict` null). `judged` is when the person said so. */
export const VerdictEntry = z.object({
  id: z.int(), verdict: VerdictKind.nullable(), note: z.string().nullable(), tags: z.array(z.string()),
  class: z.string().nullable(), judged: z.string(),
  /** The score that the person looked at; it may have been removed since. */
  scoreId: z.int().nullable(),
})

/** An image's current verdict. */
export const ImageVerdict = VerdictEntry.extend({
  verdict: VerdictKind, position: z.int(), path: z.string(), label: z.string().nullable(), hash: z.string(),
})

/** What a judgement changed, image by image: enough to take it back, by giving `before` again. */
export const VerdictChange = z.object({
  position: z.int(), before: VerdictEntry.nullable(), after: VerdictEntry,
})

const classRule = {
  check: (said: { verdict: string; class: string | null }) => said.class === null || said.verdict === 'mislabelled',
  because: { path: ['class'], message: 'only what is mislabelled has another class' },
}

/** A verdict as a file has it: of the image with that content, or else with that path in the set. */
export const WrittenVerdict = Remarks.extend({
  path: z.string().min(1).nullable().default(null), hash: z.string().min(1).nullable().default(null),
  verdict: VerdictKind, judged: z.iso.datetime({ offset: true }).nullable().default(null),
})
  .refine(classRule.check, classRule.because)
  .refine(({ path, hash }) => path !== null || hash !== null, { path: ['path'], message: 'it names no image' })

/** What became of written verdicts: by how many they were, and those whose image the set does not have. */
export const VerdictImport = z.object({ imported: z.int(), unchanged: z.int(), unknown: z.array(z.string()) })

const Images = z.object({
  imageSetId: z.int(), positions: z.array(z.int().min(0)).min(1).max(mostVerdicts),
  scoreId: z.int().nullable().default(null),
})
const OfSet = z.object({ imageSetId: z.int() })

/**
 * Verdicts are only ever added: the newest entry of an image counts. They belong to the image's content within a
 * project, so they hold in every version of a set, and for each exact copy of the image. After each change there is
 * the event `changed` of `verdicts`, with the project's id.
 */
export const verdicts = {
  put: base.input(Images.extend({ verdict: VerdictKind, ...Remarks.shape }).refine(classRule.check, classRule.because))
    .output(z.array(VerdictChange)),
  /** Images without a verdict are passed over. */
  withdraw: base.input(Images).output(z.array(VerdictChange)),
  /** The current verdicts of a set's images, from position `from` on. */
  list: base.input(OfSet.extend({ from: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(1_000) }))
    .output(z.array(ImageVerdict)),
  /** All that was ever said of an image, the newest first. */
  history: base.input(OfSet.extend({ position: z.int().min(0) })).output(z.array(VerdictEntry)),
  /** Adds verdicts from elsewhere; those that hold already are not added again, and unknown images are left out. */
  import: base.input(OfSet.extend({ verdicts: z.array(WrittenVerdict).max(mostVerdicts) })).output(VerdictImport),
}

export type VerdictKind = z.infer<typeof VerdictKind>
export type VerdictEntry = z.infer<typeof VerdictEntry>
export type ImageVerdict = z.infer<typeof ImageVerdict>
export type VerdictChange = z.infer<typeof VerdictChange>
export type WrittenVerdict = z.infer<typeof WrittenVerdict>
export type VerdictImport = z.infer<typeof VerdictImport>
