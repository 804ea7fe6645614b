import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ImageSet } from '../../contract/imageSets.ts'
import { mostNamed, type OriginalChanges, type OriginalsNews } from '../../contract/originals.ts'
import type { Store } from '../../store/openStore.ts'
import type { FromWorker, OriginalsJob } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker, type WorkerEnd } from '../queue/workerProcess.ts'

/** What a quick check reads at most of the files that were written since the import: some seconds' worth. */
const mostRead = 2_000

const pageRows = 2_000

type Progress = Extract<OriginalsNews, { type: 'progress' }>

/**
 * Has a worker compare what lies at a set's source with what was imported, and tells how it goes. It ends when nobody
 * listens any more.
 */
export async function* checkOriginals(
  shop: Shop, set: ImageSet, thorough: boolean, signal?: AbortSignal,
): AsyncGenerator<OriginalsNews> {
  const { source } = set
  if (await isMissing(source)) return yield { type: 'missing', source }
  const left = new AbortController()
  const cancelled = signal ? AbortSignal.any([signal, left.signal]) : left.signal
  const progress = new Latest<Progress>()
  const job = await originalsJob(shop.store, set, thorough)
  const ended = compare(shop, job, cancelled, (told) => progress.put({ type: 'progress', ...told } as Progress))
  try {
    for (;;) {
      const news = await Promise.race([ended, progress.next()])
      if (news === null) return
      yield news
      if (news.type !== 'progress') return
    }
  } finally {
    left.abort()
  }
}

/** Of what is there but may not be read, the worker says why. */
const isMissing = (source: string): Promise<boolean> =>
  access(source).then(() => false, (error: NodeJS.ErrnoException) => error.code === 'ENOENT')

async function originalsJob(store: Store, { id, source, kind, classes, created }: ImageSet, thorough: boolean): Promise<OriginalsJob> {
  return {
    kind: 'originals', source, sourceKind: kind, classNames: classes, imported: Date.parse(created), mostNamed,
    unlabelled: store.imageSets.found(id)!.options.unlabelled ?? false,
    rows: store.artefacts.path(store.imageSets.files(id)!.rows),
    problems: await problemPaths(store, id), mostRead: thorough ? null : mostRead,
  }
}

async function problemPaths(store: Store, id: number): Promise<string[]> {
  const paths: string[] = []
  for (let offset = 0; ; offset += pageRows) {
    const page = store.findings.problems({ id, offset, limit: pageRows })
    paths.push(...page.map((problem) => problem.path))
    if (page.length < pageRows) return paths
    await setImmediate()
  }
}

/** @returns null where it was given up */
async function compare(
  { store, scripts }: Shop, job: OriginalsJob, cancelled: AbortSignal,
  onProgress: (told: Extract<FromWorker, { type: 'progress' }>['progress']) => void,
): Promise<OriginalsNews | null> {
  const log = path.join(store.workspace, 'logs', `originals-${randomUUID()}.log`)
  const never = new AbortController().signal
  return newsOf(await runWorker({ script: scripts.originals, job, threads: 1, log, cancelled, paused: never, onProgress }))
}

function newsOf(end: WorkerEnd): OriginalsNews | null {
  if (end.type === 'failed') return { type: 'failed', failure: end.failure }
  return end.type === 'done' ? { type: 'done', changes: end.result as OriginalChanges } : null
}

/** The latest of what is told faster than it is taken. */
class Latest<T> {
  #value: T | undefined
  #wake = Promise.withResolvers<void>()

  put(value: T): void {
    this.#value = value
    this.#wake.resolve()
  }

  async next(): Promise<T> {
    await this.#wake.promise
    this.#wake = Promise.withResolvers()
    return this.#value!
  }
}
