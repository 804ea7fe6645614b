import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { failures, Failure } from './errors.ts'
import { CurvePoint } from './ensembles.ts'
import { TrainingLogLine } from './training.ts'

const base = oc.errors(failures)
const ById = z.object({ id: z.int() })

export const JobState = z.enum(['waiting', 'running', 'paused', 'done', 'failed', 'cancelled'])

export const ImportProgress = z.object({
  kind: z.literal('import'), phase: z.enum(['finding', 'checking', 'decoding', 'duplicates', 'splitting', 'storing']),
  done: z.int(), total: z.int().nullable(), problems: z.int(),
})

export const MemberProgress = z.object({
  index: z.int(), state: z.enum(['waiting', 'running', 'paused', 'done', 'failed', 'cancelled']),
  phase: z.enum(['starting', 'training', 'encoding', 'done']), epoch: z.int(), epochs: z.int(), step: z.int(),
  steps: z.int(), loss: z.number().nullable(), imagesPerSecond: z.number().nullable(), secondsLeft: z.number().nullable(),
  reason: z.string().nullable(),
})

export const TrainProgress = z.object({ kind: z.literal('train'), members: z.array(MemberProgress) })

export const ScoreProgress = z.object({
  kind: z.literal('score'), phase: z.enum(['starting', 'encoding', 'scoring', 'storing']), done: z.int(), total: z.int().nullable(),
})

export const ReportProgress = z.object({
  kind: z.literal('report'), phase: z.enum(['ranking', 'thumbnails', 'page', 'printing']), done: z.int(), total: z.int().nullable(),
})

export const ExportProgress = z.object({
  kind: z.literal('export'), phase: z.enum(['checking', 'writing', 'copying']), done: z.int(), total: z.int().nullable(),
})

/** `now`: the cell that runs, in words. `failed`: cells without a result. */
export const StudyProgress = z.object({
  kind: z.literal('study'), phase: z.enum(['planning', 'training', 'scoring']), done: z.int(), total: z.int().nullable(),
  failed: z.int(), now: z.string().nullable(), secondsLeft: z.number().nullable(),
})

/** Rows while a project is read or stored, bytes while files are packed or unpacked, images while they are decoded. */
export const ArchiveProgress = z.object({
  kind: z.literal('archive'), phase: z.enum(['reading', 'packing', 'unpacking', 'decoding', 'storing']), done: z.int(),
  total: z.int().nullable(),
})

/** Bytes of the wheel `number` of `of`, which is null until it is known how many there are; `total` where pip said it. */
export const RuntimeProgress = z.object({
  kind: z.literal('runtime'), phase: z.enum(['starting', 'downloading', 'unpacking', 'checking', 'removing']), done: z.int(),
  total: z.int().nullable(), wheel: z.string().nullable(), number: z.int().nullable(), of: z.int().nullable(),
})

export const JobProgress = z.discriminatedUnion('kind', [
  ImportProgress, TrainProgress, ScoreProgress, ReportProgress, StudyProgress, ExportProgress, ArchiveProgress,
  RuntimeProgress,
])

export const JobKind = z.enum([
  'import', 'train', 'score', 'report', 'study', 'export', 'exportImages', 'copy', 'backup', 'restore',
  'bundle', 'verify', 'runtime',
])

export const Job = z.object({
  id: z.int(), kind: JobKind, title: z.string(),
  /** Null for the restoring of a project, which is not there yet, and for a runtime. */
  projectId: z.int().nullable(),
  /** What the job is about: the set that is imported or scored, the ensemble that is trained or scores. */
  imageSetId: z.int().nullable(), ensembleId: z.int().nullable(),
  state: JobState, progress: JobProgress.nullable(), error: Failure.nullable(),
  /** What the job made: score ids of a score job, the image set of an import. */
  result: z.record(z.string(), z.unknown()).nullable(),
  created: z.string(), ended: z.string().nullable(),
})

/** What the engine tells its clients as it happens. `seq` rises by one; a client that was away asks from its last. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.object({ seq: z.int(), type: z.literal('job'), job: Job }),
  z.object({ seq: z.int(), type: z.literal('curve'), ensembleId: z.int(), index: z.int(), point: CurvePoint }),
  /** A member was looked at after an epoch: its preview is a new one. */
  z.object({ seq: z.int(), type: z.literal('preview'), ensembleId: z.int(), index: z.int(), epoch: z.int() }),
  z.object({ seq: z.int(), type: z.literal('log'), ensembleId: z.int(), line: TrainingLogLine }),
  /** `id` is that of the project, set or ensemble; of scores the ensemble's, of verdicts and comparisons the project's. */
  z.object({
    seq: z.int(), type: z.literal('changed'), id: z.int(),
    what: z.enum(['projects', 'imageSets', 'ensembles', 'scores', 'studies', 'verdicts', 'comparisons']),
  }),
  z.object({ seq: z.int(), type: z.literal('missed') }),
])

export const jobs = {
  /** The newest 200, or all in the states that are named. */
  list: base.input(z.object({ states: z.array(JobState).optional() })).output(z.array(Job)),
  show: base.input(ById).output(Job),
  cancel: base.input(ById).output(Job),
  pause: base.input(ById).output(Job),
  resume: base.input(ById).output(Job),
  events: base.input(z.object({ after: z.int().optional() })).output(eventIterator(EngineEvent)),
}

export type Job = z.infer<typeof Job>
export type JobProgress = z.infer<typeof JobProgress>
export type MemberProgress = z.infer<typeof MemberProgress>
export type ImportProgress = z.infer<typeof ImportProgress>
export type ScoreProgress = z.infer<typeof ScoreProgress>
export type ReportProgress = z.infer<typeof ReportProgress>
export type StudyProgress = z.infer<typeof StudyProgress>
export type ExportProgress = z.infer<typeof ExportProgress>
export type RuntimeProgress = z.infer<typeof RuntimeProgress>
export type ArchiveProgress = z.infer<typeof ArchiveProgress>
export type EngineEvent = z.infer<typeof EngineEvent>
