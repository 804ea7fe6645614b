import { cpus } from 'node:os'
import { expect, test } from 'vitest'
import { describeDevice } from '../../main/compute/device.ts'
import { processorName } from '../../main/compute/deviceName.ts'
import { tensorflowBackend } from '../../main/compute/backend.ts'

test('the device is named as TensorFlow reports it', async () => {
  const device = await describeDevice()
  expect(device.kind).toBe(tensorflowBackend().isUsingGpuDevice ? 'gpu' : 'cpu')
  expect(device.runtime).toMatch(/^TensorFlow 2\.\d+\.\d+ (cpu|cuda)$/)
  expect(device.name.length).toBeGreaterThan(0)
  expect(device.threads).toBeGreaterThanOrEqual(1)
})

test("the processor's name is the system's, without runs of blanks", () => {
  expect(processorName()).not.toMatch(/\s\s|^\s|\s$/)
  if (cpus()[0]?.model.trim()) expect(processorName()).toBe(cpus()[0].model.replaceAll(/\s+/g, ' ').trim())
})
