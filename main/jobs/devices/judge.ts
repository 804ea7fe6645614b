import type { FoundDevice, DeviceCheck } from '../../contract/devices.ts'
import type { DeviceResult } from '../../workers/messages.ts'
import type { WorkerEnd } from '../queue/workerProcess.ts'

/** Losses on a card may be so far from the processor's, as a share: cards multiply in TF32, with ten bits behind the point. */
export const tolerance = 0.02

/**
 * What a device's trial shows. It fails where the process died or hung, where something else computed than was asked for,
 * and where the losses are not those of the processor.
 * @param reference the processor's losses, a step each; null for the processor itself, or where it gave none
 * @param limit milliseconds that it might take
 */
export function judge(device: FoundDevice, end: WorkerEnd, reference: number[] | null, limit: number): DeviceCheck['outcome'] {
  if (end.type === 'failed') return { state: 'failed', why: end.failure.message }
  if (end.type !== 'done') return { state: 'failed', why: `It did not answer within ${limit / 1000} seconds, and was ended.` }
  const { device: used, losses, millisecondsPerStep } = end.result as DeviceResult
  if (device.kind !== 'webgpu' && (device.kind === 'cpu') !== (used.kind === 'cpu')) return { state: 'failed', why: used.fallback ?? `Something else computed: ${used.name}.` }
  if (losses.some((loss) => !Number.isFinite(loss))) return { state: 'failed', why: 'Its losses are no numbers.' }
  const difference = reference && device.kind !== 'cpu' ? furthest(losses, reference) : null
  if (difference !== null && difference > tolerance) {
    return { state: 'failed', why: `Its losses are up to ${(100 * difference).toFixed(1)} % away from the processor's: what it computes cannot be trusted.` }
  }
  return { state: 'fine', runtime: used.runtime, steps: losses.length, millisecondsPerStep, loss: losses.at(-1)!, difference }
}

function furthest(losses: number[], reference: number[]): number {
  return Math.max(...losses.map((loss, step) => Math.abs(loss - reference[step]) / Math.max(Math.abs(reference[step]), 1e-12)))
}
