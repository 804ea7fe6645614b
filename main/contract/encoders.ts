import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** The one image that an encoder takes: float32, its layout, and how many images a run must have (null: any number). */
export const EncoderInput = z.object({
  name: z.string(), layout: z.enum(['NCHW', 'NHWC']), channels: z.union([z.literal(1), z.literal(3)]),
  height: z.int(), width: z.int(), batch: z.int().nullable(),
})

/** The output that is taken for features: so many numbers an image, `pooled` where they are means over space. */
export const EncoderOutput = z.object({ name: z.string(), width: z.int(), pooled: z.boolean() })

/**
 * How pixels become features: values in [0, 1], resized to the input's size, less `mean` and divided by `std`, a
 * number a channel each.
 */
export const EncoderDescription = z.object({
  input: EncoderInput, output: EncoderOutput, mean: z.array(z.number()), std: z.array(z.number()),
})

/** Part of the names of scores and of their folders, so it has but plain characters. */
export const EncoderName = z.string().regex(
  /^[a-z0-9][a-z0-9._-]{0,59}$/i, 'a name has up to 60 letters, digits, dots, hyphens and underscores, and begins with a letter or a digit',
)

/** What may be said of a model that it does not say itself; one number of mean and std holds for every channel. */
export const EncoderWishes = z.object({
  size: z.int().min(8).max(1024).optional(),
  mean: z.array(z.number()).min(1).max(3).optional(),
  std: z.array(z.number().gt(0)).min(1).max(3).optional(),
  output: z.string().optional(),
})

/** A network from elsewhere, kept as an ONNX file. `file` is what it was called where it came from. */
export const Encoder = EncoderDescription.extend({
  id: z.int(), name: EncoderName, created: z.string(), file: z.string(), sha256: z.string(), bytes: z.int(),
})

export const encoders = {
  /** Checks an ONNX file (an absolute path) by running it once, and keeps a copy of it; named after it where no name is given. */
  add: base.input(EncoderWishes.extend({ file: z.string().min(1), name: EncoderName.optional() })).output(Encoder),
  list: base.output(z.array(Encoder)),
  /** Refused while scores rest on it. */
  remove: base.input(z.object({ id: z.int() })).output(z.object({ freedBytes: z.int() })),
}

export type EncoderInput = z.infer<typeof EncoderInput>
export type EncoderOutput = z.infer<typeof EncoderOutput>
export type EncoderDescription = z.infer<typeof EncoderDescription>
export type EncoderWishes = z.infer<typeof EncoderWishes>
export type Encoder = z.infer<typeof Encoder>
