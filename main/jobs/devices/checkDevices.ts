import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { FoundDevice, DeviceCheck } from '../../contract/devices.ts'
import type { DeviceResult } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker, type WorkerEnd } from '../queue/workerProcess.ts'
import { listDevices } from './devices.ts'
import { judge } from './judge.ts'

type Checking = Pick<Shop, 'cores' | 'runtime' | 'store' | 'scripts'>

const steps = 12
/** A card's first process loads some gigabytes of libraries. */
const patience = 60_000

/**
 * Takes the same few training steps on every device, one device after the other: the processor first, whose losses the
 * others are held against.
 * @param limit milliseconds that a device may take
 * @param signal gives it up
 */
export async function checkDevices(shop: Checking, signal?: AbortSignal, limit = patience): Promise<DeviceCheck[]> {
  const { devices } = await listDevices(shop, signal)
  const checks: DeviceCheck[] = []
  let reference: number[] | null = null
  for (const device of devices) {
    signal?.throwIfAborted()
    if (device.why !== null) checks.push({ device, outcome: { state: 'skipped', why: device.why } })
    else {
      const end = await tryOut(shop, device, limit, signal)
      checks.push({ device, outcome: judge(device, end, reference, limit) })
      if (device.kind === 'cpu' && end.type === 'done') reference = (end.result as DeviceResult).losses
    }
  }
  return checks
}

async function tryOut(
  { store, scripts, cores, runtime }: Checking, device: FoundDevice, limit: number, signal?: AbortSignal,
): Promise<WorkerEnd> {
  const end = await runWorker({
    script: scripts.device, job: { kind: 'device', device: device.kind === 'webgpu' ? 'webgpu' : 'tensorflow', steps, threads: cores }, threads: cores, runtime: runtime()?.path,
    card: cardOf(device), log: path.join(store.workspace, 'logs', `device-${randomUUID()}.log`),
    cancelled: AbortSignal.any([AbortSignal.timeout(limit), ...(signal ? [signal] : [])]), paused: new AbortController().signal,
    onProgress: () => undefined,
  })
  signal?.throwIfAborted()
  return end
}

/** What the process sees of cards: none, or the one that is tried. */
function cardOf(device: FoundDevice): string {
  return device.kind === 'nvidia' ? device.id : ''
}
