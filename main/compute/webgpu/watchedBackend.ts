import type { DataId } from '@tensorflow/tfjs-core'
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { deviceLost, deviceRefused } from './problems.ts'

/**
 * tfjs' WebGPU backend, which would go on with zeros where the card refuses a command or is lost: here every value that is
 * read is only given out if all went well until then. Nothing leaves the card in another way.
 */
export class WatchedBackend extends WebGPUBackend {
  readonly #card: string
  #failure: Error | undefined

  /** @param card its name, for the sentence that says what failed */
  constructor(device: GPUDevice, info: GPUAdapterInfo, card: string) {
    super(device, info)
    this.#card = card
    device.addEventListener('uncapturederror', ({ error }) => this.#fail(deviceRefused(card, error.message)))
    void device.lost.then(({ message }) => this.#fail(deviceLost(card, message)))
  }

  /** @throws WebGpuError where the card failed, now or before */
  override async read(dataId: object): ReturnType<WebGPUBackend['read']> {
    if (this.#failure) throw this.#failure
    const values = await super.read(dataId as DataId).catch((error: Error) => this.#broken(error))
    if (this.#failure) throw this.#failure
    return values
  }

  /** Reading without waiting is not possible outside a browser. */
  override readSync(): never {
    throw new Error('WebGPU gives values only by data(), not by dataSync().')
  }

  /** The first failure is the cause of all that follow. */
  #fail(failure: Error): void {
    this.#failure ??= failure
  }

  /** A lost card makes a read fail before it is known to be lost. */
  async #broken(error: Error): Promise<never> {
    const lost = await Promise.race([this.device.lost, new Promise<null>((resolve) => setTimeout(resolve, 1000, null))])
    throw this.#failure ?? deviceLost(this.#card, lost?.message ?? error.message)
  }
}
