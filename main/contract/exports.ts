import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** The result of the job of `model`: `furthest` is the largest difference to our scores, over so many images. */
export const ModelExported = z.object({
  files: z.array(z.string()), agreement: z.object({ images: z.int(), furthest: z.number() }),
})

export const exports = {
  /**
   * Writes the ensemble and the detector of a score into a folder, for use without Lacuna: ONNX, safetensors, a model
   * card and examples. The job's result is `ModelExported`.
   */
  model: base.input(z.object({ scoreId: z.int(), directory: z.string().min(1) })).output(z.object({ jobId: z.int() })),
}

export type ModelExported = z.infer<typeof ModelExported>
