import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** TensorFlow for processors, or for NVIDIA's cards. */
export const RuntimeFlavour = z.enum(['cpu', 'cuda'])

/** One of TensorFlow's builds: where it lies or would lie, and what it takes there. `isShipped`: it came with Lacuna. */
export const Runtime = z.object({
  flavour: RuntimeFlavour, version: z.string(), path: z.string(), bytes: z.int(),
  isThere: z.boolean(), isInUse: z.boolean(), isShipped: z.boolean(),
})

const ByFlavour = z.object({ flavour: RuntimeFlavour })
const Started = z.object({ jobId: z.int() })

/** The TensorFlow runtimes. Installing and removing are jobs (their kind is `runtime`). */
export const runtimes = {
  list: base.output(z.array(Runtime)),
  /**
   * Gets a runtime where it is not there, by pip or from the wheel files in the folder `wheels`, and has it be the one in
   * use; what runs keeps the one that it began with.
   */
  install: base.input(ByFlavour.extend({ wheels: z.string().optional() })).output(Started),
  /** Refused while anything computes. */
  remove: base.input(ByFlavour).output(Started),
  /** Whether its libraries load, tried in a process of its own; `why` they do not. */
  check: base.input(ByFlavour).output(z.object({ loads: z.boolean(), why: z.string().nullable() })),
}

export type RuntimeFlavour = z.infer<typeof RuntimeFlavour>
export type Runtime = z.infer<typeof Runtime>
