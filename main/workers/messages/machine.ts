// The machine: TensorFlow runtimes, and what its devices can do.
import type { Device } from '../../compute/device.ts'
import type { RuntimeFlavour } from '../../contract/runtimes.ts'
import type { ComputeDevice } from '../../contract/settings.ts'

/** What shall become of a runtime. `wheels`: a folder with wheel files in the place of pip. */
export interface RuntimeOrder { action: 'install' | 'remove'; flavour: RuntimeFlavour; wheels?: string }

export interface RuntimeJob extends RuntimeOrder { kind: 'runtime' }

/** `freedBytes` of what was removed. */
export interface RuntimeResult { flavour: RuntimeFlavour; freedBytes: number }

/** Takes some training steps of a small member on made images, the same on every device. */
export interface DeviceJob { kind: 'device'; device: ComputeDevice; steps: number; threads: number }

/** What computed, the loss of each step, and the time of one after the first few. */
export interface DeviceResult { device: Device; losses: number[]; millisecondsPerStep: number }
