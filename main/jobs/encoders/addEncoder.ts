import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import type { EncoderWishes } from '../../contract/encoders.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import type { EncoderResult } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker } from '../queue/workerProcess.ts'

/** A model's file, what the encoder shall be called, and what the model does not say itself. */
export interface EncoderOrder { file: string; name: string; wishes: EncoderWishes }

/**
 * Has a worker try a model out, and keeps it.
 * @returns the encoder's id
 * @throws EngineFailure BAD_INPUT where the model cannot be used, CONFLICT where the name is taken
 */
export async function addEncoder(shop: Shop, order: EncoderOrder): Promise<number> {
  const { store } = shop
  refuseTaken(store, order.name)
  const directory = path.join(store.workspace, 'work', `encoder-${randomUUID()}`)
  const target = path.join(directory, 'model.onnx')
  try {
    await mkdir(directory, { recursive: true })
    const { description, sha256 } = await tryOut(shop, order, target)
    return await store.artefacts.keep({ model: { file: target, kind: 'encoder', sha256 } }, ({ model }) => {
      refuseTaken(store, order.name)
      return store.encoders.create({ name: order.name, file: path.basename(order.file), description, model })
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function refuseTaken(store: Store, name: string): void {
  if (!store.encoders.named(name)) return
  throw new EngineFailure('CONFLICT', `There is an encoder "${name}" already.`, 'Give this one another name.')
}

async function tryOut({ store, scripts, cores }: Shop, { file, wishes }: EncoderOrder, target: string): Promise<EncoderResult> {
  const threads = planThreads(cores, 1)
  const never = new AbortController().signal
  const end = await runWorker({
    script: scripts.encoder, job: { kind: 'encoder', file, wishes, threads, target }, threads,
    log: path.join(store.workspace, 'logs', `${path.basename(path.dirname(target))}.log`), cancelled: never, paused: never,
    onProgress: () => undefined,
  })
  if (end.type === 'failed') throw new EngineFailure('BAD_INPUT', end.failure.message, end.failure.hint)
  if (end.type !== 'done') throw new Error(`The trial of an encoder ended as ${end.type}.`)
  return end.result as EncoderResult
}
