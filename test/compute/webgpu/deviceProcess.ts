import { openDevice } from '../../../main/compute/devices.ts'
import { webGpuDevice } from '../../../main/compute/webgpu/webGpuDevice.ts'

// Tells what WebGPU is here, and what comes of computing on it.
const { adapters, why } = await webGpuDevice()
const opened = await openDevice('webgpu').catch(({ code, message }) => ({ code, message }))
process.send!({ adapters, why, opened }, () => process.exit(0))
