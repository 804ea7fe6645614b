// Scores of images and of labels, and the cells of studies.
import type { LabelScores } from '../../contract/labels.ts'
import type { Metrics } from '../../contract/scores.ts'
import type { ComputeDevice, EnsembleSettings } from '../../contract/settings.ts'
import type { CellResult, SizeResult, StudyProtocol, StudySpec } from '../../contract/studies.ts'
import type { RunImages } from './images.ts'
import type { EncoderFeatures, EncodingFiles, MemberFiles } from './members.ts'

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
  /** What encodes, should something be encoded. */
  device: ComputeDevice
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
  sizes: number[]; seed: number; threads: number; device: ComputeDevice
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
