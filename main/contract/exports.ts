import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** The result of the job of `model`: `furthest` is the largest difference to our scores, over so many images, in their standard deviations. */
export const ModelExported = z.object({
  files: z.array(z.string()), agreement: z.object({ images: z.int(), furthest: z.number() }),
})

/** How images are laid out: in a folder for each class, for each verdict, or all in one. */
export const ImageFolders = z.enum(['class', 'verdict', 'none'])

/** The result of the job of `images`: those that could not be written, the first hundred by name. */
export const ImagesExported = z.object({
  written: z.int(), failed: z.array(z.object({ path: z.string(), message: z.string() })), failures: z.int(),
})

export const exports = {
  /**
   * Writes images of a set into a folder, as copies of the originals or as links to them: the originals are only read.
   * Where a file of that name is there already the image gets its position before its name. The job's result is
   * `ImagesExported`.
   */
  images: base.input(z.object({
    imageSetId: z.int(), positions: z.array(z.int().min(0)).min(1).max(100_000), directory: z.string().min(1),
    folders: ImageFolders.default('class'), as: z.enum(['copies', 'links']).default('copies'),
  })).output(z.object({ jobId: z.int() })),
  /**
   * Writes the ensemble and the detector of a score into a folder, for use without Lacuna: ONNX, safetensors, a model
   * card and examples. The job's result is `ModelExported`.
   */
  model: base.input(z.object({ scoreId: z.int(), directory: z.string().min(1) })).output(z.object({ jobId: z.int() })),
}

export type ImageFolders = z.infer<typeof ImageFolders>
export type ImagesExported = z.infer<typeof ImagesExported>
export type ModelExported = z.infer<typeof ModelExported>
