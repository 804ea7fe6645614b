import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** `why` says in one sentence why the device cannot be used; null where it can. Memory is in bytes, null where unknown. */
const common = { id: z.string(), name: z.string(), bytes: z.int().nullable(), why: z.string().nullable() }

export const ProcessorDevice = z.object({ kind: z.literal('cpu'), ...common, cores: z.int() })

/** `index` is the driver's number of the card. */
export const NvidiaDevice = z.object({
  kind: z.literal('nvidia'), ...common, index: z.int(), freeBytes: z.int().nullable(), driver: z.string().nullable(),
})

/** Something to compute on. A further kind is one entry here, one that lists it and one that checks it (main/jobs/devices). */
export const ComputeDevice = z.discriminatedUnion('kind', [ProcessorDevice, NvidiaDevice])

/**
 * `note`: what the driver said where it did not answer. `lastUsed`: what the newest trained member really computed on, as
 * its worker found it.
 */
export const DeviceList = z.object({
  devices: z.array(ComputeDevice), note: z.string().nullable(),
  lastUsed: z.object({ device: z.string(), at: z.string() }).nullable(),
})

/**
 * A few training steps on one device. `loss` is the last step's; `difference` how far the losses are from the processor's
 * at most, as a share, null for the processor itself.
 */
export const DeviceCheck = z.object({
  device: ComputeDevice,
  outcome: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('fine'), runtime: z.string(), steps: z.int(), millisecondsPerStep: z.number(), loss: z.number(),
      difference: z.number().nullable(),
    }),
    z.object({ state: z.literal('failed'), why: z.string() }),
    z.object({ state: z.literal('skipped'), why: z.string() }),
  ]),
})

/** What there is to compute on. */
export const devices = {
  list: base.output(DeviceList),
  /** Takes a few training steps on every device that can be used, each in a process of its own with a time limit. */
  check: base.output(z.array(DeviceCheck)),
}

export type ProcessorDevice = z.infer<typeof ProcessorDevice>
export type NvidiaDevice = z.infer<typeof NvidiaDevice>
export type ComputeDevice = z.infer<typeof ComputeDevice>
export type DeviceList = z.infer<typeof DeviceList>
export type DeviceCheck = z.infer<typeof DeviceCheck>
