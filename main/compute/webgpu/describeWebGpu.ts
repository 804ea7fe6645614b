import { availableParallelism } from 'node:os'
import type { Device } from '../device.ts'
import { loadWebGpu } from './loadWebGpu.ts'
import { webGpuVersion } from './versions.ts'

/**
 * Names the card that this process computes on by WebGPU, as its driver names it.
 * @throws WebGpuError where there is none
 */
export async function describeWebGpu(): Promise<Device> {
  const { name, type } = await loadWebGpu()
  return {
    kind: type === 'software' ? 'cpu' : 'gpu', name, cores: availableParallelism(),
    // The one that hands the card its commands.
    threads: 1,
    runtime: `WebGPU ${webGpuVersion()}`,
    fallback: null,
  }
}
