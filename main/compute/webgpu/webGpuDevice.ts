import { listWebGpuAdapters, type WebGpuAdapter, whyNone } from './adapters.ts'
import { notUsable, WebGpuError } from './problems.ts'

/** WebGPU on this machine: what it offers, and why it is not usable. */
export interface WebGpuDevice {
  /** The one that is computed on comes first. */
  adapters: WebGpuAdapter[]
  /** A sentence; null where WebGPU is usable. */
  why: string | null
}

/** What WebGPU is here; that there is none is an answer too. Call it in a process of its own, as `listWebGpuAdapters`. */
export async function webGpuDevice(): Promise<WebGpuDevice> {
  try {
    const adapters = await listWebGpuAdapters()
    const usable = adapters.some((adapter) => adapter.usable)
    return { adapters, why: usable ? null : notUsable(whyNone(adapters)).message }
  } catch (error) {
    if (error instanceof WebGpuError) return { adapters: [], why: error.message }
    throw error
  }
}
