import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

export const EngineStatus = z.object({
  version: z.string(), contract: z.string(), pid: z.int(), workspace: z.string(), started: z.string(),
  residentBytes: z.int(), cores: z.int(), running: z.int(), clients: z.int(),
})

/**
 * What will compute: `runtime` is null where no TensorFlow is set up. `fallback` says why it is the processor although the
 * runtime is for a card.
 */
export const Device = z.object({
  kind: z.enum(['cpu', 'gpu']), name: z.string(), cores: z.int(),
  runtime: z.object({ flavour: z.string(), version: z.string() }).nullable(), fallback: z.string().nullable(),
})

/**
 * Where a browser reaches the engine. `url` holds the token that lets it in. `once` lets in one browser within a minute: for
 * the command line of a program, which all users of the machine can see. `started`: this call has opened the door.
 */
export const BrowserAddress = z.object({
  url: z.string(), once: z.string(), port: z.int(), token: z.string(), started: z.boolean(),
})

export const engine = {
  status: base.output(EngineStatus),
  device: base.output(Device),
  /**
   * Opens the door for browsers on this machine, or says where it is. `again` asks for the port and token of an engine
   * before this one, so that windows that are open find it. Not offered to browsers.
   */
  browser: base.input(z.object({ again: z.object({ port: z.int(), token: z.string().min(32) }).optional() }))
    .output(BrowserAddress),
  /** Pauses what runs, and ends the process. */
  stop: base.output(z.object({ stopped: z.boolean() })),
}

export type EngineStatus = z.infer<typeof EngineStatus>
export type Device = z.infer<typeof Device>
export type BrowserAddress = z.infer<typeof BrowserAddress>
