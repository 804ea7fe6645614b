import { availableParallelism } from 'node:os'
import { tensorflowBackend } from './backend.ts'
import { graphicsCardName, processorName } from './deviceName.ts'
import { runtimeInUse } from './runtimeFolder.mjs'
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
  return {
    kind,
    name: kind === 'gpu' ? await graphicsCard() : processorName(),
    cores,
    threads: threadsFrom(process.env.TF_NUM_INTRAOP_THREADS, cores),
    runtime: `TensorFlow ${backend.binding.TF_Version} ${runtimeInUse()?.flavour}`,
  }
}

/** TensorFlow takes all cores where the variable is missing or 0. */
function threadsFrom(variable: string | undefined, cores: number): number {
  const threads = Number.parseInt(variable ?? '', 10)
  return threads > 0 ? threads : cores
}

async function graphicsCard(): Promise<string> {
  try {
    return await graphicsCardName()
  } catch (error) {
    const [reason] = String(error).split('\n')
    return `NVIDIA graphics card (its name is unknown: ${reason})`
  }
}
