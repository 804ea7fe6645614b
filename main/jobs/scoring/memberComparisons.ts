import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { MemberComparison } from '../../contract/members.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MembersJob } from '../../workers/messages.ts'
import { foundEncodings } from './encodingArtefacts.ts'
import type { Shop } from '../queue/job.ts'
import { memberFiles, scoredMembers } from './scoredMembers.ts'
import { readSet } from '../importing/setReading.ts'
import { runWorker } from '../queue/workerProcess.ts'

/** Raised whenever the same members are compared to other figures than before. */
const comparisonVersion = 1

/** Has workers compare members, one comparison after the other; each is kept as a file that its content names. */
export class MemberComparisons {
  readonly #shop: Shop
  readonly #asked = new Map<string, Promise<MemberComparison>>()
  readonly #closed = new AbortController()
  #last: Promise<unknown> = Promise.resolve()

  constructor(shop: Shop) {
    this.#shop = shop
  }

  /** @throws EngineFailure CONFLICT without a trained member, UNAVAILABLE where the worker failed */
  of(ensemble: EnsembleRecord, detector: string): Promise<MemberComparison> {
    const { hash } = scoredMembers(this.#shop.store, ensemble, false)
    const key = createHash('sha256').update(`${hash} ${detector} ${comparisonVersion}`).digest('hex')
    const found = this.#asked.get(key) ?? this.#keptOrMade(key, ensemble, detector)
    this.#asked.set(key, found)
    const forget = () => this.#asked.delete(key)
    found.then(forget, forget)
    return found
  }

  close(): void {
    this.#closed.abort()
  }

  async #keptOrMade(key: string, ensemble: EnsembleRecord, detector: string): Promise<MemberComparison> {
    const file = path.join(this.#shop.store.workspace, 'comparisons', `${key}.json`)
    const kept = await readFile(file, 'utf8').catch(ifAbsent)
    if (kept !== null) return MemberComparison.parse(JSON.parse(kept))
    const made = this.#last.then(() => this.#make(ensemble, detector))
    this.#last = made.catch(() => undefined)
    await keep(file, JSON.stringify(await made))
    return made
  }

  async #make(ensemble: EnsembleRecord, detector: string): Promise<MemberComparison> {
    const { store, scripts } = this.#shop
    const name = `members-${ensemble.id}-${randomUUID()}`
    const directory = path.join(store.workspace, 'work', name)
    try {
      const job = await this.#job(ensemble, detector, directory)
      const end = await runWorker({
        script: scripts.members, job, threads: job.threads, onProgress: () => undefined,
        log: path.join(store.workspace, 'logs', `${name}.log`),
        cancelled: this.#closed.signal, paused: new AbortController().signal,
      })
      if (end.type === 'done') return end.result as MemberComparison
      if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
      throw new EngineFailure('UNAVAILABLE', 'The engine ends.', 'Ask again when it is back.')
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  async #job(ensemble: EnsembleRecord, detector: string, directory: string): Promise<MembersJob> {
    const { store, cores } = this.#shop
    const { imageSetId, settings } = ensemble
    const { images } = await readSet(store, ensemble, { imageSetId, withoutLeaks: false }, path.join(directory, 'set'))
    const { snapshot } = store.imageSets.files(imageSetId)!
    const { members } = scoredMembers(store, ensemble, false)
    return {
      kind: 'members', directory, images, detector, seed: settings.seed, threads: planThreads(cores, 1),
      device: settings.device,
      members: members.map((member) => ({
        ...memberFiles(store, member), encodings: foundEncodings(store, member.key, snapshot),
      })),
    }
  }
}

function ifAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Whole or not at all. */
async function keep(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const written = `${file}.${randomUUID()}`
  await writeFile(written, text)
  await rename(written, file)
}
