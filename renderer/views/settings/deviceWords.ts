import type { FoundDevice, DeviceCheck } from '../../../main/contract/devices.ts'
import { bytes, counted } from '../../format.ts'

/** What a device is, in a line: kind, memory and driver, as far as they are known. */
export function deviceFacts(device: FoundDevice): string {
  const memory = device.bytes === null ? null : `${bytes(device.bytes)} of memory`
  if (device.kind === 'cpu') return join(['Processor', counted(device.cores, 'core'), memory])
  if (device.kind === 'webgpu') return join(['Graphics card by WebGPU', memory])
  const free = device.freeBytes === null ? null : `${bytes(device.freeBytes)} free`
  return join(['NVIDIA card', memory, free, device.driver && `driver ${device.driver}`])
}

/** What came of trying a device. */
export function checkWords(outcome: DeviceCheck['outcome']): string {
  if (outcome.state !== 'fine') return outcome.why
  const { millisecondsPerStep, loss, difference, runtime } = outcome
  const same = difference === null ? '' : `, within ${(100 * difference).toFixed(2)} % of the processor’s`
  return `Works: ${millisecondsPerStep.toFixed(1)} ms a step, loss ${loss.toFixed(2)}${same}, ${runtime}`
}

const join = (parts: (string | null)[]) => parts.filter(Boolean).join(', ')
