import type { DeviceChoice } from '../contract/devices.ts'
import { asFailure } from '../jobs/failures.ts'
import { webGpuHere } from '../jobs/webGpuHere.ts'
import { deviceOf } from './engineProcedures.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'

export function deviceProcedures(parts: EngineParts) {
  return {
    list: procedures.devices.list.handler(async ({ signal }) => [await tensorFlow(parts), await webGpu(parts, signal)]),
  }
}

async function tensorFlow(parts: EngineParts): Promise<DeviceChoice> {
  const { name, runtime } = await deviceOf(parts)
  return { device: 'tensorflow', name, usable: runtime !== null, why: runtime ? null : 'No TensorFlow runtime is set up.' }
}

/** A driver that crashes the worker is an answer too. */
async function webGpu(parts: EngineParts, signal?: AbortSignal): Promise<DeviceChoice> {
  try {
    const { adapters: [first], why } = await webGpuHere(parts, signal)
    return { device: 'webgpu', name: first?.name ?? null, usable: why === null, why }
  } catch (error) {
    signal?.throwIfAborted()
    return { device: 'webgpu', name: null, usable: false, why: asFailure(error).message }
  }
}
