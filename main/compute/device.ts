import { availableParallelism } from 'node:os'
import { tensorflowBackend } from './backend.ts'
import { findCards } from './cards/findCards.ts'
import type { FoundCards } from './cards/nvidiaCard.ts'
import { whyOnProcessor } from './cards/onProcessor.ts'
import { surroundingsHere } from './cards/whyNot.ts'
import { processorName } from './deviceName.ts'
import { runtimeOfProcess } from './runtimeFolder.mjs'
import { loadTensorFlow } from './tensorflow.ts'

/** What computes. */
export interface Device {
  kind: 'cpu' | 'gpu'
  /** The processor's or the graphics card's own name. */
  name: string
  /** Logical processors that this process may use. */
  cores: number
  /** Threads that TensorFlow computes on. */
  threads: number
  /** Such as `TensorFlow 2.21.0 cpu`; the flavour says which build it is, `kind` what it computes on. */
  runtime: string
  /** A sentence on why it is the processor although the build is for a card; null where it is as it was meant. */
  fallback: string | null
}

/**
 * Names what this process computes on, as TensorFlow itself reports it: its CUDA build computes on the
 * processor where it finds no card.
 * @throws RuntimeMissingError, RuntimeBrokenError
 */
export async function describeDevice(): Promise<Device> {
  await loadTensorFlow()
  const backend = tensorflowBackend()
  const kind = backend.isUsingGpuDevice ? 'gpu' : 'cpu'
  const cores = availableParallelism()
  const flavour = runtimeOfProcess()?.flavour
  return {
    kind,
    name: kind === 'gpu' ? await cardName() : processorName(),
    cores,
    threads: threadsFrom(process.env.TF_NUM_INTRAOP_THREADS, cores),
    runtime: `TensorFlow ${backend.binding.TF_Version} ${flavour}`,
    fallback: kind === 'cpu' && flavour === 'cuda' ? await fallback() : null,
  }
}

/** TensorFlow takes all cores where the variable is missing or 0. */
function threadsFrom(variable: string | undefined, cores: number): number {
  const threads = Number.parseInt(variable ?? '', 10)
  return threads > 0 ? threads : cores
}

/** The card that this process was given; where it was given none by name, TensorFlow takes the last that it sees. */
async function cardName(): Promise<string> {
  const { cards, trouble } = await cardsGiven()
  const card = cards.at(-1)
  return card?.name ?? `NVIDIA graphics card (its name is unknown: ${trouble ?? 'nvidia-smi is not there'})`
}

/** The cards that this process sees; all where it was given none, or one that the driver does not list. */
async function cardsGiven(): Promise<FoundCards> {
  const { cards, trouble } = await findCards()
  const given = process.env.CUDA_VISIBLE_DEVICES
  const own = cards.filter(({ uuid, index }) => given === uuid || given === String(index))
  return { cards: own.length > 0 ? own : cards, trouble }
}

/** None where the process was told to leave the cards alone. */
async function fallback(): Promise<string | null> {
  if (process.env.CUDA_VISIBLE_DEVICES === '') return null
  return whyOnProcessor(await cardsGiven(), surroundingsHere('cuda'))
}
