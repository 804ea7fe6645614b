/**
 * How many threads each of the members gets that are trained at the same time: floor(cores / members), at
 * least 1. Several members on few threads each beat one member on all of them: small networks leave threads
 * waiting.
 * @param cores logical processors of this machine
 * @param runningMembers members trained at once
 */
export function planThreads(cores: number, runningMembers: number): number {
  if (!(cores >= 1) || !(runningMembers >= 1)) {
    throw new RangeError(`Threads need at least one core and one member, got ${cores} and ${runningMembers}.`)
  }
  return Math.max(1, Math.floor(cores / runningMembers))
}

/**
 * Where a worker computes. `card`: the one card that it sees, by its uuid or number; none at all with an empty text.
 * `runtime`: the folder of the TensorFlow that it loads, whichever is in use by then.
 */
export interface WorkerPlace { card?: string; runtime?: string }

/**
 * The environment variables with which a worker process must be started to compute on so many threads.
 * TensorFlow reads them once, when it is loaded; they cannot be changed afterwards.
 */
export function workerEnvironment(threads: number, { card, runtime }: WorkerPlace = {}): Record<string, string> {
  return {
    TF_NUM_INTRAOP_THREADS: String(threads),
    // Ops run one after the other, as JavaScript asks for them: there is nothing to run beside each other.
    TF_NUM_INTEROP_THREADS: '1',
    // Warnings about missing AVX instructions and absent GPUs are for TensorFlow's developers.
    TF_CPP_MIN_LOG_LEVEL: '2',
    // Else the first process takes all memory of the card, and there is none for the next.
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    // Cards are counted as the driver counts them.
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    ...(card === undefined ? {} : { CUDA_VISIBLE_DEVICES: card }),
    ...(runtime === undefined ? {} : { LACUNA_RUNTIME_PINNED: runtime }),
  }
}
