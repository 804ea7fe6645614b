import type { WebGpuDevice } from '../compute/webgpu/webGpuDevice.ts'
import type { CurveBands } from '../contract/curves.ts'
import type { CurvePoint } from '../contract/ensembles.ts'
import type { ImagesExported } from '../contract/exports.ts'
import type { ImportProgress, MemberProgress, RuntimeProgress } from '../contract/jobs.ts'
import type { MemberComparison } from '../contract/members.ts'
import type { OriginalChanges } from '../contract/originals.ts'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { StudyTables } from '../contract/studyTables.ts'
import type { ThresholdFigures } from '../contract/thresholds.ts'
import type { ImportResult } from '../datasets/importImages.ts'
import type { Redecoded } from '../datasets/redecode.ts'
import type { ArchiveJob, ArchiveResult, ExportImagesJob, ExportJob, ExportResult, ReportJob } from './messages/files.ts'
import type { ImportJob, OriginalsJob, PixelsJob, RelocateJob, RelocateResult } from './messages/images.ts'
import type { DeviceJob, DeviceResult, RuntimeJob, RuntimeResult } from './messages/machine.ts'
import type { AdaptersJob, EncoderJob, EncoderResult, FeaturesJob, MemberJob, MemberResult, MembersJob } from './messages/members.ts'
import type { CellJob, CellOutcome, LabelsJob, LabelsResult, ScoreJob, ScoreResult, StudyTablesJob } from './messages/scores.ts'
import type { Compared, ImportedScores, StatisticsJob } from './messages/statistics.ts'

export type * from './messages/explanations.ts'
export type * from './messages/files.ts'
export type * from './messages/images.ts'
export type * from './messages/machine.ts'
export type * from './messages/members.ts'
export type * from './messages/scores.ts'
export type * from './messages/statistics.ts'
export type { WebGpuDevice } from '../compute/webgpu/webGpuDevice.ts'

export type WorkerJob =
  | ImportJob | MemberJob | ScoreJob | LabelsJob | ReportJob | RelocateJob | EncoderJob | FeaturesJob | StatisticsJob
  | CellJob | StudyTablesJob | ExportJob | ExportImagesJob | OriginalsJob | MembersJob | ArchiveJob
  | PixelsJob | RuntimeJob | DeviceJob | AdaptersJob

/** What the engine says to a worker after `start`: pause leaves a checkpoint and ends, cancel just ends. */
export type ToWorker = { type: 'start'; job: WorkerJob } | { type: 'pause' } | { type: 'cancel' }

export type FromWorker =
  | { type: 'progress'; progress: Omit<ImportProgress, 'kind'> | Omit<MemberProgress, 'index' | 'state' | 'reason'> | Omit<RuntimeProgress, 'kind'> | { phase: string; done: number; total: number | null } }
  | { type: 'curve'; point: CurvePoint }
  /** A member's preview.bin is a new one. */
  | { type: 'preview'; epoch: number }
  /** Something for the log of the training. */
  | { type: 'note'; text: string }
  | { type: 'paused' }
  | {
      type: 'done'
      result:
        | ImportResult | MemberResult | ScoreResult | LabelsResult | RelocateResult | EncoderResult | JudgedMetrics
        | CurveBands | ThresholdFigures | null | ImportedScores | Compared | CellOutcome | StudyTables | ExportResult
        | ImagesExported | OriginalChanges | MemberComparison | ArchiveResult | Redecoded
        | RuntimeResult | DeviceResult | WebGpuDevice | { files: string[] }
    }
  | { type: 'failed'; code: string; message: string; hint: string | null }
