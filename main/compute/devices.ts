import { describeDevice, type Device } from './device.ts'
import { describeWebGpu } from './webgpu/describeWebGpu.ts'

/** TensorFlow (the processor, or a card that CUDA knows), or any graphics card by WebGPU. */
export type DeviceName = 'tensorflow' | 'webgpu'

/**
 * Makes a device tfjs-core's backend, for the whole life of this process, and says what it is. There is no other device
 * in its place where it cannot be had.
 * @throws RuntimeMissingError, RuntimeBrokenError, WebGpuError
 */
export function openDevice(device: DeviceName): Promise<Device> {
  return device === 'webgpu' ? describeWebGpu() : describeDevice()
}
