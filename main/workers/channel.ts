import { inspect } from 'node:util'
import type { CurvePoint } from '../contract/ensembles.ts'
import { diskFull } from '../contract/errors.ts'
import type { FromWorker, ToWorker, WorkerJob } from './messages.ts'

type Message<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>
type JobOf<K extends WorkerJob['kind']> = Extract<WorkerJob, { kind: K }>

/** What a worker's job can say to the engine, and what the engine asks of it. */
export interface Channel {
  /** How far the job is. The engine passes on a few a second, so once a step is not too often. */
  progress(progress: Message<'progress'>['progress']): void
  curve(point: CurvePoint): void
  preview(epoch: number): void
  /** A sentence for the log of the training. */
  note(text: string): void
  /** Aborted when the engine wants the job ended; nothing needs to be kept. */
  readonly cancelled: AbortSignal
  /** Aborted when the engine wants a checkpoint left and the job ended: return 'paused' then. */
  readonly paused: AbortSignal
}

/** Does the job and returns its result, or 'paused' once a checkpoint lies in the job's directory. */
export type Work<K extends WorkerJob['kind']> = (
  job: JobOf<K>, channel: Channel,
) => Promise<Message<'done'>['result'] | 'paused'>

/**
 * The whole life of a worker process: takes one job of its kind from the engine, does it, tells the result
 * and ends. It also ends as soon as the engine is gone: a worker is never left alone. An error that has a
 * `code` and a `hint` (both of them, the latter may be null) is told as it is; any other with its message,
 * its stack goes to the log.
 */
export function serve<K extends WorkerJob['kind']>(kind: K, work: Work<K>): void {
  if (!process.send) throw new Error(`The ${kind} worker is started by Lacuna's engine, not by hand.`)
  const cancel = new AbortController()
  const pause = new AbortController()
  process.once('disconnect', () => process.exit(0))
  // The engine may have gone while this process was loading.
  if (!process.connected) process.exit(0)
  // The engine decides when a worker ends: Ctrl-C in a terminal must not take the checkpoint from it.
  process.on('SIGINT', () => undefined)
  process.on('message', (message: ToWorker) => {
    if (message.type === 'cancel') cancel.abort()
    else if (message.type === 'pause') pause.abort()
    else
      void run(message.job as JobOf<K>, kind, work, {
        ...speak, cancelled: cancel.signal, paused: pause.signal,
      })
  })
}

async function run<K extends WorkerJob['kind']>(
  job: JobOf<K>, kind: K, work: Work<K>, channel: Channel,
): Promise<void> {
  try {
    if (job.kind !== kind) throw new Error(`The ${kind} worker was given a job of the kind ${job.kind}.`)
    const result = await work(job, channel)
    await tell(result === 'paused' ? { type: 'paused' } : { type: 'done', result })
    process.exit(0)
  } catch (error) {
    if (channel.cancelled.aborted) process.exit(0)
    process.stderr.write(`${inspect(error)}\n`)
    await tell(failed(error))
    process.exit(1)
  }
}

function failed(error: unknown): FromWorker {
  const { code, message, hint } = error as { code?: unknown; message?: unknown; hint?: unknown }
  if (code === 'ENOSPC') return { type: 'failed', ...diskFull }
  const text = typeof message === 'string' ? message : String(error)
  if (typeof code === 'string' && hint !== undefined) {
    return { type: 'failed', code, message: text, hint: hint === null ? null : String(hint) }
  }
  return { type: 'failed', code: 'UNEXPECTED', message: text, hint: null }
}

const speak = {
  progress: (progress: Message<'progress'>['progress']) =>
    void process.send?.({ type: 'progress', progress }, ignoreGone),
  curve: (point: CurvePoint) => void process.send?.({ type: 'curve', point }, ignoreGone),
  preview: (epoch: number) => void process.send?.({ type: 'preview', epoch }, ignoreGone),
  note: (text: string) => void process.send?.({ type: 'note', text }, ignoreGone),
}

/** The engine is gone when a message cannot be sent; the `disconnect` that ends this process is under way. */
function ignoreGone(): void {}

function tell(message: FromWorker): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, undefined, {}, () => resolve())
    else resolve()
  })
}
