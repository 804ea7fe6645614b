import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'
import { ComputeDevice } from './settings.ts'

const base = oc.errors(failures)

/** `why` says in one sentence why the device cannot be used; null where it can. Memory is in bytes, null where unknown. */
const common = { id: z.string(), name: z.string(), bytes: z.int().nullable(), why: z.string().nullable() }

export const ProcessorDevice = z.object({ kind: z.literal('cpu'), ...common, cores: z.int() })

/** `index` is the driver's number of the card. */
export const NvidiaDevice = z.object({
  kind: z.literal('nvidia'), ...common, index: z.int(), freeBytes: z.int().nullable(), driver: z.string().nullable(),
})

/** The graphics card, of whatever maker, that WebGPU computes on. */
export const WebGpuDevice = z.object({ kind: z.literal('webgpu'), ...common })

/** Something to compute on. A further kind is one entry here, one that lists it and one that checks it (main/jobs/devices). */
export const FoundDevice = z.discriminatedUnion('kind', [ProcessorDevice, NvidiaDevice, WebGpuDevice])

/**
 * `note`: what the driver said where it did not answer. `lastUsed`: what the newest trained member really computed on, as
 * its worker found it.
 */
export const DeviceList = z.object({
  devices: z.array(FoundDevice), note: z.string().nullable(),
  lastUsed: z.object({ device: z.string(), at: z.string() }).nullable(),
})

/**
 * A few training steps on one device. `loss` is the last step's; `difference` how far the losses are from the processor's
 * at most, as a share, null for the processor itself.
 */
export const DeviceCheck = z.object({
  device: FoundDevice,
  outcome: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('fine'), runtime: z.string(), steps: z.int(), millisecondsPerStep: z.number(), loss: z.number(),
      difference: z.number().nullable(),
    }),
    z.object({ state: z.literal('failed'), why: z.string() }),
    z.object({ state: z.literal('skipped'), why: z.string() }),
  ]),
})

/** What an ensemble can be trained by, or cannot. */
export const DeviceChoice = z.object({
  device: ComputeDevice,
  /** The processor's or the card's own name; null where nothing was found. */
  name: z.string().nullable(),
  usable: z.boolean(),
  /** A sentence; null where it is usable. */
  why: z.string().nullable(),
})

/** What there is to compute on; a worker that ends at once looks at WebGPU's cards, which takes about a second. */
export const devices = {
  list: base.output(DeviceList),
  choices: base.output(z.array(DeviceChoice)),
  /** Takes a few training steps on every device that can be used, each in a process of its own with a time limit. */
  check: base.output(z.array(DeviceCheck)),
}

export type ProcessorDevice = z.infer<typeof ProcessorDevice>
export type NvidiaDevice = z.infer<typeof NvidiaDevice>
export type WebGpuDevice = z.infer<typeof WebGpuDevice>
export type FoundDevice = z.infer<typeof FoundDevice>
export type DeviceList = z.infer<typeof DeviceList>
export type DeviceCheck = z.infer<typeof DeviceCheck>
export type DeviceChoice = z.infer<typeof DeviceChoice>
