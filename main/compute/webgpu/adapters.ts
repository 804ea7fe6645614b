import { openDawn } from './dawn.ts'
import { notUsable } from './problems.ts'
import { isSoftware, isSoftwareAllowed } from './software.ts'

/** What WebGPU can compute on. */
export interface WebGpuAdapter {
  /** As members record it: `SwiftShader` is `swiftshader-device-subzero (google swiftshader, SwiftShader driver 5.0.0)`. */
  name: string
  /** The maker in small letters, such as `amd`. */
  vendor: string
  /** `software`: it computes on the processor, as slow as can be. */
  type: 'card' | 'software'
  usable: boolean
  /** A part of a sentence; null where it is usable. */
  why: string | null
}

/**
 * The adapters that WebGPU offers, first the one that it would take: the fast card, the saving one, those without a card.
 * Call it in a process of its own, never in the engine: it loads the drivers, and such a process does not end by itself.
 * @throws WebGpuError where there is no WebGPU on this system
 */
export async function listWebGpuAdapters(): Promise<WebGpuAdapter[]> {
  return (await offered()).map(({ info }) => describeAdapter(info))
}

/**
 * The adapter that is computed on. A software adapter is only taken where the process is allowed to (software.ts).
 * @throws WebGpuError with the reason where none is usable
 */
export async function usableAdapter(): Promise<GPUAdapter> {
  const adapters = await offered()
  const found = adapters.find(({ info }) => describeAdapter(info).usable)
  if (found) return found
  throw notUsable(whyNone(adapters.map(({ info }) => describeAdapter(info))))
}

/** Why none of these is usable, as a part of a sentence. */
export function whyNone([first]: WebGpuAdapter[]): string {
  return first ? `the only adapter, ${first.name}, ${first.why}` : 'no graphics card was found'
}

/** What an adapter says of itself, and whether it may be used. */
export function describeAdapter(info: GPUAdapterInfo): WebGpuAdapter {
  const software = isSoftware(info)
  const usable = !software || isSoftwareAllowed()
  return {
    name: adapterName(info), vendor: info.vendor, type: software ? 'software' : 'card', usable,
    why: usable ? null : 'is software that computes on the processor',
  }
}

/** Each adapter once; WebGPU has no list of them, it is only told wishes. */
async function offered(): Promise<GPUAdapter[]> {
  const gpu = await openDawn()
  const wishes: GPURequestAdapterOptions[] = [
    { powerPreference: 'high-performance' }, { powerPreference: 'low-power' }, { forceFallbackAdapter: true },
  ]
  const found = new Map<string, GPUAdapter>()
  for (const wish of wishes) {
    const adapter = await gpu.requestAdapter(wish)
    if (adapter && !found.has(adapterName(adapter.info))) found.set(adapterName(adapter.info), adapter)
  }
  return [...found.values()].sort((a, b) => Number(isSoftware(a.info)) - Number(isSoftware(b.info)))
}

/** Dawn writes a device's name in small letters, with hyphens for all else. */
function adapterName({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  const name = device.replace(/-+$/, '') || description || 'card without a name'
  const family = [vendor, architecture].filter(Boolean).join(' ')
  const rest = [family, description === name ? '' : description].filter(Boolean).join(', ')
  return rest ? `${name} (${rest})` : name
}
