import type { UnwordedPair } from '../comparisons/comparedPairs.ts'
import type { ComparedColumn } from '../contract/comparisons.ts'
import type { CurveBands } from '../contract/curves.ts'
import type { ImagesExported } from '../contract/exports.ts'
import type { CurvePoint, Health } from '../contract/ensembles.ts'
import type { EncoderDescription, EncoderWishes } from '../contract/encoders.ts'
import type { DifferenceScale, Explanation, LatentMap } from '../contract/explanations.ts'
import type { ImportProgress, MemberProgress } from '../contract/jobs.ts'
import type { OriginalChanges } from '../contract/originals.ts'
import type { LabelScores } from '../contract/labels.ts'
import type { MemberComparison } from '../contract/members.ts'
import type { JudgedMetrics, Metrics } from '../contract/scores.ts'
import type { CellResult, SizeResult, StudyProtocol, StudySpec } from '../contract/studies.ts'
import type { StudyTables } from '../contract/studyTables.ts'
import type { EnsembleSettings, ModelKind } from '../contract/settings.ts'
import type { ThresholdFigures, ThresholdRule } from '../contract/thresholds.ts'
import type { VerdictKind } from '../contract/verdicts.ts'
import type { ImportRequest, ImportResult } from '../datasets/importImages.ts'
import type { Agreement, ModelFacts } from '../exports/modelCard.ts'
import type { EncodingName } from '../models/encodingNames.ts'

/** A snapshot as a worker reads it: uint8, images x height x width x channels, by position. */
export interface SnapshotFile { file: string; images: number; height: number; width: number; channels: number; sha256: string }

/** The images of a run: labels and splits are flat files in the order of the snapshot. */
export interface RunImages {
  snapshot: SnapshotFile
  /** Int32 x images: the class of each image, -1 where it has none. */
  labels: string
  /** Uint8 x images: 0 train, 1 validation, 2 test, 3 none of them. */
  splits: string
  /** The labels of the known classes, in the order that a member's latent space counts them. */
  known: number[]
  /** The labels held out: the anomalies of the metrics. Whatever else is labelled was left out. */
  heldOut: number[]
  /** Int32 x images: the group of near-duplicates of each image; only where the run has folds, which divide none. */
  groups?: string
}

/** `sample`: the bundled sample is unpacked to the request's source first, unless it lies there. */
export interface ImportJob { kind: 'import'; request: ImportRequest; sample?: boolean }

/** Trains one member in `directory`, going on from the checkpoint there if there is one. */
export interface MemberJob {
  kind: 'member'; directory: string; images: RunImages; settings: EnsembleSettings; index: number; threads: number
  /** Whether the member is looked at while it learns (contract/trainingPreview.ts). */
  previews?: boolean
}

/** A trained member as files: the flat weights and the description that goes with them (models/member.ts). */
export interface MemberFiles { key: string; index: number; weights: string; description: string }

/** What a member said of a set's images: Float32 files by the encoding's name. */
export type EncodingFiles = Partial<Record<EncodingName, string>>

/** Tries a model out as an encoder, and copies it to `target`. */
export interface EncoderJob { kind: 'encoder'; file: string; wishes: EncoderWishes; threads: number; target: string }

export interface EncoderResult { description: EncoderDescription; sha256: string }

/** Shows a snapshot's images to an encoder: `target` becomes Float32, images x the output's width. */
export interface FeaturesJob {
  kind: 'features'; snapshot: SnapshotFile; threads: number; target: string
  encoder: { name: string; model: string; description: EncoderDescription }
}

/** What a `FeaturesJob` left. */
export interface EncoderFeatures { file: string; width: number }

export interface ScoreJob {
  kind: 'score'; directory: string; images: RunImages
  members: (MemberFiles & { encodings: EncodingFiles })[]
  /** By the names of their scores: those that read an encoder's features name it behind an @. */
  detectors: string[]
  /** What the encoders that are named say of the images, by their names. */
  features?: Record<string, EncoderFeatures>
  /** Fitted detectors of the ensemble's own set, by detector, when another set is scored; null fits anew. */
  fits: Record<string, string> | null
  /** Stored thresholds by detector, when another set is scored. */
  thresholds: Record<string, number> | null
  falsePositiveRate: number; threads: number; classNames: string[]; seed: number
}

/** Where the files of a finished score job lie, all in its directory. */
export interface ScoreResult {
  encodings: { key: string; files: EncodingFiles }[]
  scores: { detector: string; scores: string; fit: string; threshold: number; flagged: number; metrics: Metrics | null }[]
  /** Int16 x images: the label of the nearest known class by the ensemble's merged confidence, -1 where it knows no classes. */
  nearest: string
  warnings: string[]
}

/** Anomalies of a cell that are no held-out class: another set's test images, or the own ones, spoilt or blended. */
export type CellProbe =
  | { kind: 'foreign'; images: RunImages }
  | {
    kind: 'corruption'; severity: number
    corruption: Extract<StudyProtocol, { kind: 'corruptions' }>['corruptions'][number]
  }
  | { kind: 'blends'; share: number }

/** Measures one cell of a study: only figures come out of it, no file is kept. */
export interface CellJob {
  kind: 'cell'; directory: string; images: RunImages
  /** None where all detectors read pixels alone. */
  members: (MemberFiles & { encodings: EncodingFiles })[]
  detectors: string[]; rule: StudySpec['images']; probe: CellProbe | null
  /** Sizes of sub-ensembles whose AUROC is measured as well. */
  sizes: number[]; seed: number; threads: number
}

/** `seconds`: encoding, fitting and scoring, sub-ensembles not counted. `memory`: largest resident memory in MB. */
export interface CellOutcome {
  scores: { detector: string; metrics: Metrics; seconds: number }[]
  sizes: SizeResult[]; seconds: number; memory: number
}

/** Judges the labels of the images that an ensemble with folds was trained on. */
export interface LabelsJob {
  kind: 'labels'; directory: string; images: RunImages; settings: EnsembleSettings
  members: (MemberFiles & { encodings: EncodingFiles })[]
  threads: number
}

/** Files of what was said by position, NaN and -1 where an image is not judged, and the positions in the list's order. */
export interface LabelsResult {
  encodings: { key: string; files: EncodingFiles }[]
  /** Int32: positions; Float32 x images; Float32 x images; Int16 x images: a label; Uint8 x images: what is found. */
  order: string; scores: string; foreign: string; suggested: string; findings: string
  images: number; issues: number; strangers: number
  rules: LabelScores['rules']
}

/** Computes a study's tables, or writes them into a folder where one is named. `cases`: those of each set. */
export interface StudyTablesJob {
  kind: 'studyTables'; spec: StudySpec; cells: CellResult[]; cases: Record<string, string[]>; directory: string | null
}

/** Compares an ensemble's members by one detector over the test images of its own set. */
export interface MembersJob {
  kind: 'members'; directory: string; images: RunImages; detector: string; seed: number; threads: number
  members: (MemberFiles & { encodings: EncodingFiles })[]
}

export interface ReportJob {
  kind: 'report'; directory: string; images: RunImages
  /** images.ndjson of the import, and where the originals lie. */
  rows: string; source: string; sourceKind: string; classNames: string[]
  scores: string; nearest: string; threshold: number; detector: string; metrics: Metrics | null
  /** What people judged, by position. */
  verdicts: [number, VerdictKind][]
  /** The first member's posterior means (images x d), prior means (classes x d), for the latent picture. */
  latents: string | null; dimension: number; priorMeans: number[][]
  /** Every setting, seed, version and device: goes into summary.json as it is. */
  summary: Record<string, unknown>; top: number
}

/** Writes the members and the detector of a score as files for others; `facts` go into the model's card. */
export interface ExportJob {
  kind: 'export'; directory: string; facts: ModelFacts; members: MemberFiles[]; fit: string
  /** The set's pixels and scores, to compare the model with. */
  snapshot: RunImages['snapshot']; scores: string; threads: number
}

/** Writes originals into a folder; `folder` is where in it, by position, '' for the folder itself. */
export interface ExportImagesJob {
  kind: 'exportImages'; directory: string; source: string; sourceKind: string; rows: string
  images: { position: number; folder: string }[]; as: 'copies' | 'links'; scratch: string
}

/** Compares the originals at a new place with what was imported: up to `most` images, spread evenly. */
export interface RelocateJob { kind: 'relocate'; source: string; unlabelled: boolean; rows: string; most: number }

/** `example` is the first image that is missing or different. */
export interface RelocateResult { compared: number; missing: number; different: number; example: string | null }

/**
 * Compares what lies at a source today with what was imported from it. `imported`: when that began, in milliseconds;
 * `problems`: the paths of files that were no images then. `mostRead`: how many files are read at most of those that were
 * written since; null reads every file, whenever it was written.
 */
export interface OriginalsJob {
  kind: 'originals'; source: string; sourceKind: string; unlabelled: boolean; rows: string; classNames: string[]
  problems: string[]; imported: number; mostRead: number | null; mostNamed: number
}

/** A stored score's files, with the images that it is of. */
export interface ScoredFiles {
  images: RunImages; classNames: string[]; scores: string
  /** What is known of scores from elsewhere; null where they are ours. */
  importedFit: string | null
}

/** Measures a stored score with verdicts in the place of labels. */
export interface JudgeTask extends ScoredFiles { task: 'judge'; verdicts: WorkerVerdict[] }

/** How sure the curves of a stored score are. */
export interface CurvesTask extends ScoredFiles { task: 'curves'; verdicts: WorkerVerdict[]; seed: number }

/** Chooses a threshold by a rule; `own` are the scores of the ensemble's own set. */
export interface ThresholdTask extends ScoredFiles {
  task: 'threshold'; verdicts: WorkerVerdict[]; rule: ThresholdRule; own: ScoredFiles
}

/** An image's current verdict, the class that it should have by name. */
export interface WorkerVerdict { position: number; verdict: VerdictKind; class: string | null }

/** Reads scores from elsewhere (datasets/scoreList.ts) and measures them. */
export interface ImportScoresTask {
  task: 'import-scores'; directory: string; images: RunImages; file: string; name: string
  /** images.ndjson of the import. */
  rows: string
  partial: boolean
  falsePositiveRate: number
  /** A threshold that holds already; null has one chosen. */
  threshold: { value: number; rule: string } | null
}

/** A score to be compared: its image set as its ensemble reads it, and images.ndjson of that set's import. */
export interface ComparedSource extends ScoredFiles { rows: string; threshold: number }

/** Compares scores on common images; leaves the positions of these as common-N.i32 in the folder. */
export interface CompareTask { task: 'compare'; columns: ComparedSource[]; directory: string }

/** `disputed`: common test images that are normal to one column and an anomaly to another. */
export interface Compared {
  columns: Pick<ComparedColumn, 'metrics' | 'flagged'>[]; pairs: UnwordedPair[]
  images: number; normals: number; anomalies: number; disputed: number
}

/** What is computed from numbers alone, without pixels or TensorFlow. */
export type StatisticsJob = { kind: 'statistics' }
  & (JudgeTask | CurvesTask | ThresholdTask | ImportScoresTask | CompareTask)

/** Files of imported scores: Float32 x images, what was read as JSON, and no nearest class (Int16 x images, all -1). */
export interface ImportedScores {
  scores: string; fit: string; nearest: string; threshold: { value: number; rule: string }; flagged: number
  metrics: Metrics | null; warnings: string[]
}

/**
 * Packs files into one archive, each under a name, with a list of their hashes; where a file's own is known it must be
 * right. `about` goes into the list as it is.
 */
export interface PackTask {
  task: 'pack'; target: string; files: { name: string; file: string; sha256?: string }[]; about: Record<string, unknown>
}

/** Unpacks an archive into an empty folder, every name and hash checked. */
export interface UnpackTask { task: 'unpack'; file: string; directory: string }

/** Reads and writes a project's backup: bytes by the gigabyte, and hashes of all of them. */
export type ArchiveJob = { kind: 'archive' } & (PackTask | UnpackTask)

/** What was packed or unpacked. */
export interface ArchiveResult { about: Record<string, unknown>; files: { name: string; bytes: number; sha256: string }[] }

/** What the long-lived thumbnail worker is asked: an original's picture, written to `target` as a whole file. */
export interface ThumbnailOrder {
  id: number; source: string; unlabelled: boolean; path: string; hash: string; width: number; height: number
  size: number; range: [number, number]; target: string
}

/** `code` and `message` say why there is no picture. */
export type ThumbnailAnswer = { id: number; ok: true } | { id: number; ok: false; code: string; message: string; hint: string | null }

/** An ensemble whose images are explained, and the set that they are of. */
export interface ExplainedEnsemble {
  kind: ModelKind
  /** `own`: of the set that the ensemble was trained on; `asked`: of the set whose images are explained. */
  members: (MemberFiles & { own: EncodingFiles; asked: EncodingFiles })[]
  /** The set that the ensemble was trained on, its number, and the names of its classes. */
  images: RunImages; imageSetId: number; classNames: string[]
  /** How many images the asked set has, and whether it is the ensemble's own. */
  asked: { images: number; isOwn: boolean }
  /** The share of known validation images that a member may take for unlike any class. */
  falsePositiveRate: number
  seed: number
}

/** What the long-lived explaining worker is asked. `target`: where the scale is kept, as a whole file of JSON. */
export type ExplainOrder = { of: ExplainedEnsemble } & (
  | { want: 'explanation' | 'redrawn'; position: number } | { want: 'maps' } | { want: 'differences'; target: string }
)

/** `bytes`: members x height x width x channels. */
export type ExplainAnswer =
  | { ok: true; explanation: Explanation } | { ok: true; maps: LatentMap[] }
  | { ok: true; differences: DifferenceScale } | { ok: true; redrawn: Uint8Array }
  | { ok: false; message: string; hint: string | null }

export type WorkerJob =
  | ImportJob | MemberJob | ScoreJob | LabelsJob | ReportJob | RelocateJob | EncoderJob | FeaturesJob | StatisticsJob
  | CellJob | StudyTablesJob | ExportJob | ExportImagesJob | OriginalsJob | MembersJob | ArchiveJob

/** What the engine says to a worker after `start`: pause leaves a checkpoint and ends, cancel just ends. */
export type ToWorker = { type: 'start'; job: WorkerJob } | { type: 'pause' } | { type: 'cancel' }

export interface MemberResult {
  /** Of every image of the snapshot the member was trained on: the engine keeps them as the member's encodings. */
  encodings: EncodingFiles
  weights: string; description: string; parameters: number; seconds: number; curve: CurvePoint[]; health: Health
  device: string
  /** Largest resident memory in MB. */
  memory: number
  /** The preview of the weights that are kept; only where the job has previews. */
  preview?: string
}

/** `furthest`: the largest difference between the model's scores and ours, over so many images. */
export interface ExportResult { files: string[]; agreement: Agreement }

export type FromWorker =
  | { type: 'progress'; progress: Omit<ImportProgress, 'kind'> | Omit<MemberProgress, 'index' | 'state' | 'reason'> | { phase: string; done: number; total: number | null } }
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
        | ImagesExported | OriginalChanges | MemberComparison | ArchiveResult | { files: string[] }
    }
  | { type: 'failed'; code: string; message: string; hint: string | null }
