import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

export const Project = z.object({ id: z.int(), name: z.string(), created: z.string(), imageSets: z.int(), ensembles: z.int() })

export const EngineStatus = z.object({
  version: z.string(), contract: z.string(), pid: z.int(), workspace: z.string(), started: z.string(),
  residentBytes: z.int(), cores: z.int(), running: z.int(), clients: z.int(),
})

export const engine = {
  status: base.output(EngineStatus),
  /** Pauses what runs, and ends the process. */
  stop: base.output(z.object({ stopped: z.boolean() })),
}

export const projects = {
  list: base.output(z.array(Project)),
  create: base.input(z.object({ name: z.string().min(1).max(200) })).output(Project),
  rename: base.input(z.object({ id: z.int(), name: z.string().min(1).max(200) })).output(Project),
  remove: base.input(z.object({ id: z.int() })).output(z.object({ freedBytes: z.int() })),
}

export type EngineStatus = z.infer<typeof EngineStatus>
export type Project = z.infer<typeof Project>
