import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { StudyTables } from '../../contract/studyTables.ts'
import type { StudyTablesJob } from '../../workers/messages.ts'
import { canonicalJson } from '../canonicalJson.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker } from '../queue/workerProcess.ts'

/** A study's specification, the results that there are, and the cases of each set. */
export type StudyContent = Pick<StudyTablesJob, 'spec' | 'cells' | 'cases'>

interface Kept { of: string; tables: Promise<StudyTables> }

/** Has workers compute the tables of studies, one after the other; each study's latest are kept. */
export class StudyTableWork {
  readonly #shop: Pick<Shop, 'store' | 'scripts'>
  readonly #kept = new Map<string, Kept>()
  readonly #closed = new AbortController()
  #last: Promise<unknown> = Promise.resolve()

  constructor(shop: Pick<Shop, 'store' | 'scripts'>) {
    this.#shop = shop
  }

  /** @throws EngineFailure UNAVAILABLE where the worker failed */
  tables(content: StudyContent): Promise<StudyTables> {
    const { name } = content.spec
    const of = fingerprint(content)
    const kept = this.#kept.get(name)
    if (kept?.of === of) return kept.tables
    const tables = this.#inTurn<StudyTables>({ kind: 'studyTables', ...content, directory: null })
    this.#kept.set(name, { of, tables })
    tables.catch(() => this.#kept.get(name)?.of === of && this.#kept.delete(name))
    return tables
  }

  /** @returns the absolute paths of the files. @throws EngineFailure UNAVAILABLE where they cannot be written */
  async write(content: StudyContent, directory: string): Promise<string[]> {
    return (await this.#inTurn<{ files: string[] }>({ kind: 'studyTables', ...content, directory })).files
  }

  close(): void {
    this.#closed.abort()
  }

  #inTurn<Result>(job: StudyTablesJob): Promise<Result> {
    const next = this.#last.then(() => this.#work(job) as Promise<Result>)
    this.#last = next.catch(() => undefined)
    return next
  }

  async #work(job: StudyTablesJob): Promise<unknown> {
    const { store, scripts } = this.#shop
    const end = await runWorker({
      script: scripts.studyTables, job, threads: 1, onProgress: () => undefined,
      log: path.join(store.workspace, 'logs', `study-${job.spec.name}-tables.log`),
      cancelled: this.#closed.signal, paused: new AbortController().signal,
    })
    if (end.type === 'done') return end.result
    if (end.type === 'failed') throw new EngineFailure('UNAVAILABLE', end.failure.message, end.failure.hint)
    throw new EngineFailure('UNAVAILABLE', 'The engine ends.', 'Ask again when it is back.')
  }
}

/** What decides the tables: a cell's key stands for all of it, but for how it ended. */
function fingerprint({ spec, cells, cases }: StudyContent): string {
  return canonicalJson([spec, cases, cells.map(({ key, arm, state, ended }) => [key, arm, state, ended])])
}
