// What is computed from numbers alone, without pixels or TensorFlow.
import type { UnwordedPair } from '../../comparisons/comparedPairs.ts'
import type { ComparedColumn } from '../../contract/comparisons.ts'
import type { Metrics } from '../../contract/scores.ts'
import type { ThresholdRule } from '../../contract/thresholds.ts'
import type { VerdictKind } from '../../contract/verdicts.ts'
import type { RunImages } from './images.ts'

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
