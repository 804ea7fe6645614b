import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })
const Name = z.string().trim().min(1).max(200)

/** `opened`: when a window was last on one of its screens. */
export const Project = z.object({
  id: z.int(), name: z.string(), created: z.string(), opened: z.string().nullable(), imageSets: z.int(),
  ensembles: z.int(),
})

/** An image to show a project by: `routes.image(imageSetId, position, size, hash)`. */
export const ProjectPicture = z.object({ imageSetId: z.int(), position: z.int(), hash: z.string() })

/**
 * The score by the default detector of what was scored last in a project; `auroc` with its 95 % interval where it was
 * measured.
 */
export const LastResult = z.object({
  scoreId: z.int(), ensembleId: z.int(), ensemble: z.string(), imageSetId: z.int(), detector: z.string(), created: z.string(),
  images: z.int(), flagged: z.int(), auroc: z.number().nullable(), interval: z.tuple([z.number(), z.number()]).nullable(),
})

/**
 * A project at one look. `images` are those of the newest version of each of its sets; `bytes` those of its files in the
 * workspace (the originals are not there), of which `sharedBytes` belong to other projects too.
 */
export const ProjectCard = Project.extend({
  images: z.int(), bytes: z.int(), sharedBytes: z.int(), pictures: z.array(ProjectPicture), result: LastResult.nullable(),
})

/** A project that was discarded and is there until then. */
export const DiscardedProject = z.object({ id: z.int(), name: z.string(), until: z.string() })

export const projects = {
  list: base.output(z.array(Project)),
  /** All projects at one look, the one that was opened last first. */
  cards: base.output(z.array(ProjectCard)),
  create: base.input(z.object({ name: Name })).output(Project),
  rename: base.input(ById.extend({ name: Name })).output(Project),
  /** Notes that a window is on a screen of it. */
  open: base.input(ById).output(Project),
  /** Copies a project with all that it holds, but for studies; files are shared. The job's result is { projectId }. */
  duplicate: base.input(ById.extend({ name: Name.optional() })).output(z.object({ jobId: z.int() })),
  /** Puts a project out of sight. It can be taken back for some minutes, and is removed then. */
  discard: base.input(ById).output(DiscardedProject),
  /** Those that can still be taken back. */
  discarded: base.output(z.array(DiscardedProject)),
  /** Brings a discarded project back, under its name with a number where that is another's by now. */
  takeBack: base.input(ById).output(Project),
  /** Removes a project at once and for good, also a discarded one. */
  remove: base.input(ById).output(z.object({ freedBytes: z.int() })),
}

export type Project = z.infer<typeof Project>
export type ProjectCard = z.infer<typeof ProjectCard>
export type ProjectPicture = z.infer<typeof ProjectPicture>
export type LastResult = z.infer<typeof LastResult>
export type DiscardedProject = z.infer<typeof DiscardedProject>
