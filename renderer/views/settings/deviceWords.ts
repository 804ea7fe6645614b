import type { FoundDevice, DeviceCheck } from '../../../main/contract/devices.ts'
import { bytes } from '../../format.ts'
import { t } from '../../words/words.ts'

/** What a device is, in a line: kind, memory and driver, as far as they are known. */
export function deviceFacts(device: FoundDevice): string {
  const memory = device.bytes === null ? null : t('{size} of memory', { size: bytes(device.bytes) })
  if (device.kind === 'cpu') return join([t('Processor'), t('{n} core | {n} cores', device.cores), memory])
  if (device.kind === 'webgpu') return join([t('Graphics card by WebGPU'), memory])
  const free = device.freeBytes === null ? null : t('{size} free', { size: bytes(device.freeBytes) })
  const driver = device.driver && t('driver {version}', { version: device.driver })
  return join([t('NVIDIA card'), memory, free, driver])
}

/** What came of trying a device. */
export function checkWords(outcome: DeviceCheck['outcome']): string {
  if (outcome.state !== 'fine') return outcome.why
  const { millisecondsPerStep, loss, difference, runtime } = outcome
  const facts = { time: millisecondsPerStep.toFixed(1), loss: loss.toFixed(2), runtime }
  if (difference === null) return t('Works: {time} ms a step, loss {loss}, {runtime}', facts)
  const share = (100 * difference).toFixed(2)
  return t('Works: {time} ms a step, loss {loss}, within {share} % of the processor’s, {runtime}', { ...facts, share })
}

const join = (parts: (string | null)[]) => parts.filter(Boolean).join(', ')
