import os from 'node:os'
import { findCards } from '../../compute/cards/findCards.ts'
import type { NvidiaCard } from '../../compute/cards/nvidiaCard.ts'
import { whyOnProcessor } from '../../compute/cards/onProcessor.ts'
import { surroundingsHere, whyNot } from '../../compute/cards/whyNot.ts'
import { processorName } from '../../compute/deviceName.ts'
import type { DeviceChoice, DeviceList, FoundDevice, NvidiaDevice, ProcessorDevice, WebGpuDevice } from '../../contract/devices.ts'
import type { Device } from '../../contract/engine.ts'
import { asFailure } from '../queue/failures.ts'
import type { Shop } from '../queue/job.ts'
import { cardId } from './cards.ts'
import { webGpuHere } from './webGpuHere.ts'

type Surveying = Pick<Shop, 'cores' | 'runtime' | 'store' | 'scripts'>

/** Everything there is to compute on, whatever runtime is set up, and why not where not. */
export async function listDevices(shop: Surveying, signal?: AbortSignal): Promise<DeviceList> {
  const { cores, runtime, store } = shop
  const [{ cards, trouble }, byWebGpu] = await Promise.all([findCards(), webGpu(shop, signal)])
  const flavour = runtime()?.flavour
  const devices: FoundDevice[] = [processor(cores, flavour), ...cards.map((card) => nvidia(card, flavour)), byWebGpu]
  return { devices, note: trouble, lastUsed: store.members.lastUsed() }
}

/** What ensembles can be trained by. */
export async function deviceChoices(shop: Surveying, signal?: AbortSignal): Promise<DeviceChoice[]> {
  const [{ name, runtime }, card] = await Promise.all([plannedDevice(shop), webGpu(shop, signal)])
  const why = runtime ? null : 'No TensorFlow runtime is set up.'
  return [
    { device: 'tensorflow', name, usable: why === null, why },
    { device: 'webgpu', name: card.name, usable: card.why === null, why: card.why },
  ]
}

/** What the workers will compute on: a card where the runtime is for one and can use it, else the processor. */
export async function plannedDevice({ cores, runtime }: Pick<Surveying, 'cores' | 'runtime'>): Promise<Device> {
  const found = runtime() ?? null
  const own = { kind: 'cpu' as const, name: processorName(), cores, runtime: found, fallback: null }
  if (found?.flavour !== 'cuda') return own
  const answer = await findCards()
  const card = answer.cards.find((one) => whyNot(one, surroundingsHere(found.flavour)) === null)
  if (card) return { ...own, kind: 'gpu', name: card.name }
  return { ...own, fallback: whyOnProcessor(answer, surroundingsHere(found.flavour)) }
}

function processor(cores: number, flavour: string | undefined): ProcessorDevice {
  const why = flavour === undefined ? 'No TensorFlow runtime is set up: install one.' : null
  return { kind: 'cpu', id: 'cpu', name: processorName(), cores, bytes: os.totalmem(), why }
}

function nvidia(card: NvidiaCard, flavour: string | undefined): NvidiaDevice {
  const { index, name, bytes, freeBytes, driver } = card
  return { kind: 'nvidia', id: cardId(card), index, name, bytes, freeBytes, driver, why: whyNot(card, surroundingsHere(flavour)) }
}

/** A driver that crashes the worker is an answer too. */
async function webGpu(shop: Surveying, signal?: AbortSignal): Promise<WebGpuDevice> {
  const card = { kind: 'webgpu', id: 'webgpu', name: 'Graphics card', bytes: null } as const
  try {
    const { adapters: [first], why } = await webGpuHere(shop, signal)
    return { ...card, name: first?.name ?? card.name, why }
  } catch (error) {
    signal?.throwIfAborted()
    return { ...card, why: asFailure(error).message }
  }
}
