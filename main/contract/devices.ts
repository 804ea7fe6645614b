import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { ComputeDevice } from './settings.ts'

const base = oc.errors(failures)

/** Something that an ensemble can be trained on, or cannot. */
export const DeviceChoice = z.object({
  device: ComputeDevice,
  /** The processor's or the card's own name; null where nothing was found. */
  name: z.string().nullable(),
  usable: z.boolean(),
  /** A sentence; null where it is usable. */
  why: z.string().nullable(),
})

/** What there is to compute on; a worker that ends at once looks at the graphics cards, which takes about a second. */
export const devices = { list: base.output(z.array(DeviceChoice)) }

export type DeviceChoice = z.infer<typeof DeviceChoice>
