import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { workerEnvironment, type WorkerPlace } from '../../compute/threads.ts'
import type { Failure } from '../../contract/errors.ts'
import type { FromWorker, ToWorker, WorkerJob } from '../../workers/messages.ts'
import { whyItDied } from './whyItDied.ts'

type Told<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>

/** How a worker ended. */
export type WorkerEnd =
  | { type: 'done'; result: Told<'done'>['result'] }
  | { type: 'paused' }
  | { type: 'cancelled' }
  | { type: 'failed'; failure: Failure }

export interface WorkerOrder extends WorkerPlace {
  script: URL
  job: WorkerJob
  threads: number
  /** Takes what the worker prints; removed once it has done its job. */
  log: string
  cancelled: AbortSignal
  paused: AbortSignal
  onProgress(progress: Told<'progress'>['progress']): void
  onCurve?(point: Told<'curve'>['point']): void
  onPreview?(epoch: number): void
  onNote?(text: string): void
}

/**
 * How long a worker may take over its last step before it is ended: for nothing, or for leaving a checkpoint.
 */
const patience = { cancel: 2_000, pause: 20_000, afterResult: 5_000 }

/**
 * Runs one job in a process of its own, on the Node that runs the engine, and waits for the end of that
 * process. Nothing that happens to it is thrown: it is all in the answer.
 */
export async function runWorker(order: WorkerOrder): Promise<WorkerEnd> {
  if (order.cancelled.aborted) return { type: 'cancelled' }
  if (order.paused.aborted) return { type: 'paused' }
  const child = start(order)
  const told = await listen(child, order)
  const end = await judge(told, order)
  if (end.type !== 'failed') await rm(order.log, { force: true })
  return end
}

interface Heard {
  last: FromWorker | null; code: number | null; signal: NodeJS.Signals | null; error: Error | null
}

function start({ script, threads, log, job, card, runtime }: WorkerOrder): ChildProcess {
  mkdirSync(path.dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  try {
    const env = { ...process.env, ...workerEnvironment(threads, { card, runtime }) }
    const child = fork(script, [], { execArgv: [], env, stdio: ['ignore', output, output, 'ipc'] })
    send(child, { type: 'start', job })
    return child
  } finally {
    closeSync(output)
  }
}

function listen(child: ChildProcess, order: WorkerOrder): Promise<Heard> {
  const heard: Heard = { last: null, code: null, signal: null, error: null }
  const release = obey(child, order)
  child.on('message', (message: FromWorker) => {
    if (message.type === 'progress') order.onProgress(message.progress)
    else if (message.type === 'curve') order.onCurve?.(message.point)
    else if (message.type === 'preview') order.onPreview?.(message.epoch)
    else if (message.type === 'note') order.onNote?.(message.text)
    else {
      heard.last = message
      release.push(endLater(child, patience.afterResult))
    }
  })
  return new Promise((resolve) => {
    const end = (rest: Partial<Heard>) => {
      release.forEach((undo) => undo())
      resolve({ ...heard, ...rest })
    }
    child.once('error', (error) => child.pid === undefined && end({ error }))
    // Not 'exit': the last messages may come after it.
    child.once('close', (code, signal) => end({ code, signal }))
  })
}

/**
 * Passes on cancel and pause, and ends the process where it does not follow. @returns what to undo at the end
 */
function obey(child: ChildProcess, { cancelled, paused }: WorkerOrder): (() => void)[] {
  const release: (() => void)[] = []
  const on = (signal: AbortSignal, type: 'cancel' | 'pause') => {
    const tell = () => {
      send(child, { type })
      release.push(endLater(child, patience[type]))
    }
    signal.addEventListener('abort', tell, { once: true })
    release.push(() => signal.removeEventListener('abort', tell))
  }
  on(cancelled, 'cancel')
  on(paused, 'pause')
  return release
}

function endLater(child: ChildProcess, milliseconds: number): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  return () => clearTimeout(timer)
}

/** A process that is gone cannot be told anything; its end is heard of as such. */
function send(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined)
}

async function judge(
  { last, code, signal, error }: Heard, { cancelled, paused, log }: WorkerOrder,
): Promise<WorkerEnd> {
  if (last?.type === 'done') return { type: 'done', result: last.result }
  if (cancelled.aborted) return { type: 'cancelled' }
  if (last?.type === 'paused') return { type: 'paused' }
  if (last?.type === 'failed')
    return { type: 'failed', failure: { code: last.code, message: last.message, hint: last.hint } }
  // It did not leave in time: it will go on from the checkpoint before.
  if (paused.aborted) return { type: 'paused' }
  if (error) return { type: 'failed', failure: cannotStart(error) }
  return { type: 'failed', failure: await whyItDied(code, signal, log) }
}

function cannotStart(error: Error): Failure {
  return {
    code: 'WORKER_DIED', message: `A worker process could not be started: ${error.message}.`,
    hint: 'Close other programs, and start the job again.',
  }
}
