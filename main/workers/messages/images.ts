// Originals and snapshots: reading, comparing and decoding images.
import type { ImportRequest } from '../../datasets/importImages.ts'
import type { RedecodedShape } from '../../datasets/redecode.ts'

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

/**
 * Reads the originals of an import once more and decodes them as it did. `rows`: images.ndjson of the import; `target`:
 * the pixels, whole only where the result has their hash.
 */
export interface PixelsJob {
  kind: 'pixels'; source: string; unlabelled: boolean; rows: string; shape: RedecodedShape; images: number; target: string
}

/** What the long-lived thumbnail worker is asked: an original's picture, written to `target` as a whole file. */
export interface ThumbnailOrder {
  id: number; source: string; unlabelled: boolean; path: string; hash: string; width: number; height: number
  size: number; range: [number, number]; target: string
}

/** `code` and `message` say why there is no picture. */
export type ThumbnailAnswer = { id: number; ok: true } | { id: number; ok: false; code: string; message: string; hint: string | null }
