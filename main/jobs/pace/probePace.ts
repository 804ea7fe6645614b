import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { MemberProgress } from '../../contract/jobs.ts'
import type { MemberJob, MemberResult } from '../../workers/messages.ts'
import type { ClassRoles } from '../training/classRoles.ts'
import type { Shop } from '../queue/job.ts'
import { type Place, placesAtOnce } from '../devices/placesAtOnce.ts'
import { memberThreads } from '../training/planMembers.ts'
import { runImages } from '../scoring/runImages.ts'
import { runWorker } from '../queue/workerProcess.ts'
import type { Work } from './knownPace.ts'

/** A step is timed over at least so many. */
const steps = 10

type Probing = Pick<Shop, 'store' | 'scripts' | 'cores' | 'runtime' | 'cardMemory'>

/**
 * Milliseconds a step: as many members as would be trained at once begin, and are stopped after some steps.
 * @param signal gives the measuring up
 * @throws EngineFailure UNAVAILABLE with the worker's reason where it failed
 */
export async function probePace(
  shop: Probing, work: Work, roles: ClassRoles, signal?: AbortSignal,
): Promise<number> {
  const threads = memberThreads(shop.cores, work)
  const places = await placesAtOnce(shop, work, work.settings.members)
  const probes = places.map((card, index) => probe(shop, work, roles, { index, threads, card, signal }))
  const paces = await Promise.all(probes)
  return paces.reduce((sum, pace) => sum + pace, 0) / places.length
}

async function probe(
  { store, scripts }: Probing, { settings, imageSet }: Work, roles: ClassRoles,
  { index, threads, card, signal }: Pick<MemberJob, 'index' | 'threads'> & { card: Place; signal?: AbortSignal },
): Promise<number> {
  const name = `probe-${randomUUID()}`
  const directory = path.join(store.workspace, 'work', name)
  const watch = new StepWatch()
  const images = runImages(store, imageSet.id, roles)
  // A fold less of the images changes nothing about a step.
  const whole = { ...settings, training: { ...settings.training, folds: null } }
  const job: MemberJob = { kind: 'member', directory, images, settings: whole, index, threads }
  try {
    const end = await runWorker({
      script: scripts.member, job, threads, card, log: path.join(store.workspace, 'logs', `${name}.log`),
      cancelled: signal ? AbortSignal.any([watch.enough, signal]) : watch.enough, paused: new AbortController().signal,
      onProgress: (progress) => watch.see(progress as MemberProgress),
    })
    signal?.throwIfAborted()
    if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
    return end.type === 'done' ? paceOf(end.result as MemberResult) : watch.pace
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Of a training so short that it was over before it could be stopped. */
function paceOf({ curve, seconds }: MemberResult): number {
  return (seconds * 1000) / Math.max(1, curve.at(-1)?.step ?? 1)
}

/** Times the steps between the first that is told of and a later one: the first ones prepare things. */
class StepWatch {
  readonly #end = new AbortController()
  #first: { step: number; at: number } | null = null
  pace = 0

  get enough(): AbortSignal {
    return this.#end.signal
  }

  see({ phase, step }: MemberProgress): void {
    if (phase !== 'training' || step === 0 || this.enough.aborted) return
    const at = performance.now()
    this.#first ??= { step, at }
    const taken = step - this.#first.step
    if (taken > 0) this.pace = (at - this.#first.at) / taken
    if (taken >= steps) this.#end.abort()
  }
}
