import { openDawn } from './dawn.ts'
import { notUsable } from './problems.ts'
import { isSoftware, isSoftwareAllowed } from './software.ts'

/** What WebGPU can compute on. */
export interface WebGpuAdapter {
  /** As members record it, such as `amd-radeon-rx-6600 (amd rdna-2, radv: Mesa 24.0)`. */
  name: string
  vendor: string
  /** `software`: it computes on the processor, as slow as can be. */
  type: 'card' | 'software'
  usable: boolean
  /** Part of a sentence, `WebGPU is not usable because ...`; null where it is usable. */
  why: string | null
}

/**
 * The adapters that WebGPU offers, the one it would take first: the fast card, the saving one, the one without a card. Call
 * it in a worker process, never in the engine: it loads the drivers.
 * @throws WebGpuError where there is no WebGPU at all
 */
export async function listWebGpuAdapters(): Promise<WebGpuAdapter[]> {
  return (await offered()).map(({ info }) => describeAdapter(info))
}

/**
 * The adapter that is computed on. A software adapter is only taken where the process is allowed to.
 * @throws WebGpuError with the reason where none is usable
 */
export async function usableAdapter(): Promise<GPUAdapter> {
  const adapters = await offered()
  const found = adapters.find(({ info }) => describeAdapter(info).usable)
  if (found) return found
  const [first] = adapters
  throw notUsable(first ? describeAdapter(first.info).why! : 'no graphics card was found')
}

/** Each adapter once; WebGPU has no list of them, only wishes. */
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

/** What an adapter says of itself, and whether it may be used. */
export function describeAdapter(info: GPUAdapterInfo): WebGpuAdapter {
  const software = isSoftware(info)
  const usable = !software || isSoftwareAllowed()
  const name = adapterName(info)
  return {
    name, vendor: info.vendor, type: software ? 'software' : 'card', usable,
    why: usable ? null : `the only adapter, ${name}, is software that computes on the processor`,
  }
}

/** Dawn writes a device's name in small letters with hyphens for all else. */
function adapterName({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  const name = device.replace(/-+$/, '') || description || 'a card without a name'
  const family = [vendor, architecture].filter(Boolean).join(' ')
  const rest = [family, description === name ? '' : description].filter(Boolean).join(', ')
  return rest ? `${name} (${rest})` : name
}
