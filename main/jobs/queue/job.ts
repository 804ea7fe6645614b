import type { Failure } from '../../contract/errors.ts'
import type { ImageFolders } from '../../contract/exports.ts'
import type { EngineEvent, Job, JobProgress } from '../../contract/jobs.ts'
import type { ReportOptions } from '../../contract/reports.ts'
import type { ImportOptions } from '../../contract/imageSets.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import type { Store } from '../../store/openStore.ts'
import type { RuntimeOrder, WorkerJob } from '../../workers/messages.ts'
import type { WorkerEnd, WorkerOrder } from './workerProcess.ts'

/** What is asked of a job of each kind, as its record keeps it. */
export interface JobRequests {
  /** `sample`: the source is the bundled sample, to be unpacked there first. */
  import: { imageSetId: number; options: ImportOptions; sample?: boolean }
  /** `study`: the job of the study that wants it. */
  train: { ensembleId: number; study?: number }
  /**
   * `imported`: the scores come from a file, and no detector is asked. `labels`: it is not the images of a set that are
   * scored by detectors, but the labels of the ensemble's own. `device`: another than the ensemble was trained on.
   */
  score: {
    ensembleId: number; imageSetId: number; detectors: string[]; withoutLeaks: boolean
    imported?: { name: string; file: string; partial: boolean }; labels?: boolean; device?: ComputeDevice
  }
  report: { scoreId: number; directory: string } & Partial<ReportOptions>
  /** The model of a score, to be used without Lacuna. */
  export: { scoreId: number; directory: string }
  exportImages: {
    imageSetId: number; positions: number[]; directory: string; folders: ImageFolders; as: 'copies' | 'links'
  }
  /** At most `limit` cells; `results` is the folder whose cells.json is read and written. `device`: what trains. */
  study: { studyId: number; imageSetIds: number[]; limit?: number; results?: string; device?: ComputeDevice }
  /** `name`: what the copy shall be called; a number is added where that is taken. */
  copy: { projectId: number; name: string }
  /** `file`: the absolute path of the archive. */
  backup: { projectId: number; file: string }
  /**
   * `once`: not where its content was restored before. `images`: where the originals lie, for an archive without pixels.
   */
  restore: { file: string; once?: boolean; images?: string }
  /** A score, or all of its ensemble, as a bundle. `file`: the absolute path. */
  bundle: { projectId: number; scoreId: number; file: string; withPixels: boolean; allScores: boolean }
  verify: { file: string; images?: string }
  runtime: RuntimeOrder
}

export type JobKind = keyof JobRequests

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never

/** An event before it has its number. */
export type Announcement = WithoutSeq<EngineEvent>

/** Where a worker's script of each kind lies. */
export type WorkerScripts = Record<WorkerJob['kind'] | 'thumbnail' | 'explain', URL>

/** What decides weights beside settings and images: the TensorFlow in use. `path`: its own folder. */
export interface RuntimeIdentity { flavour: string; version: string; path?: string }

/** What all jobs share. */
export interface Shop {
  store: Store
  scripts: WorkerScripts
  /** Logical processors that jobs may use. */
  cores: number
  /** The TensorFlow runtime that is set up, or undefined where there is none. */
  runtime(): RuntimeIdentity | undefined
  announce(event: Announcement): void
  log: Log
  /** Bytes that members took of a card, by what decides that (devices/cardMemory.ts). */
  cardMemory?: Map<string, number>
}

/** The part of a pino logger that the engine uses. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/**
 * How a job's run ended; what interrupted it, the queue knows itself. `settle`: what the store refused to take during the
 * run; it is tried until it works, together with the job's own state.
 */
export type Outcome = { settle?(): void } & (
  | { state: 'done'; result: NonNullable<Job['result']> }
  | { state: 'failed'; error: Failure; result?: Job['result'] }
  | { state: 'paused' | 'cancelled' }
)

/** What a job has come to whose worker did all of it. */
export function outcomeOf(end: WorkerEnd): Outcome {
  if (end.type === 'failed') return { state: 'failed', error: end.failure }
  return end.type === 'done' ? { state: 'done', result: { ...end.result } } : { state: end.type }
}

/** One run of a job. */
export interface JobRun<K extends JobKind> extends Shop {
  id: number
  request: JobRequests[K]
  cancelled: AbortSignal
  /** Aborted when the job shall leave what it needs to go on, and rest. */
  paused: AbortSignal
  /** The TensorFlow that was in use when the run began: all its workers compute with it, whatever is installed meanwhile. */
  runtime(): RuntimeIdentity | undefined
  /** Whether the engine is ending: the next one will take the job up from where it is. */
  stopping(): boolean
  progress(progress: JobProgress): void
  /** Has a worker do a job; its log is named after this job and `name`. */
  work(
    job: WorkerJob, order: Pick<WorkerOrder, 'threads' | 'card' | 'onProgress' | 'onCurve' | 'onPreview' | 'onNote'>, name?: string,
  ): Promise<WorkerEnd>
}

export type Runner<K extends JobKind> = (run: JobRun<K>) => Promise<Outcome>
