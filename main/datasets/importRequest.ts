import type { Statistics } from './statistics.ts'

export type Split = 'train' | 'validation' | 'test'
export type Colour = 'grey' | 'rgb'
/**
 * `fit` keeps the whole image and pads it, `crop` fills the frame and cuts, `stretch` changes the
 * proportions.
 */
export type Fit = 'fit' | 'crop' | 'stretch'

/** Sides in pixels. */
export interface Size {
  height: number
  width: number
}

/** Lowest and highest intensity of the 16-bit images: they become 0 and 255. */
export type IntensityRange = [number, number]

/** How images become the snapshot's pixels. */
export interface PixelSettings {
  size: Size
  colour: Colour
  fit: Fit
  range: IntensityRange
}

export interface SplitSettings {
  /** Fractions of each class, 0 to 1; what remains is train. */
  validation: number
  test: number
  seed: number
}

export interface ImportRequest {
  /**
   * A folder, .zip, .csv, an IDX file or its folder, a folder of CIFAR-10's binary files. Never written to.
   */
  source: string
  /** An existing empty folder for the artefacts. */
  output: string
  /** Chosen from the data where absent, as are `colour` and `range`. */
  size?: Size | undefined
  colour?: Colour | undefined
  /** Default 'fit'. */
  fit?: Fit | undefined
  range?: IntensityRange | undefined
  /** Used where the source gives no split. Default: 0.1, 0.2, seed 1. */
  split?: SplitSettings | undefined
  /** A folder to be inspected: every image under it, without classes. */
  unlabelled?: boolean | undefined
  /**
   * The settings of an earlier snapshot, for images that its models shall score. Overrides the four above.
   */
  expected?: PixelSettings | undefined
}

export type ImportPhase = 'finding' | 'checking' | 'decoding' | 'duplicates' | 'splitting'

export interface ImportProgress {
  phase: ImportPhase
  done: number
  total: number | null
  problems: number
}

export type SourceKind =
  'folder' | 'split-folders' | 'mvtec' | 'csv' | 'zip' | 'idx' | 'cifar-binary' | 'unlabelled'

export interface ClassCounts {
  train: number
  validation: number
  test: number
}

export interface ImportCounts {
  images: number
  problems: number
  /** Files that do not look like images and were left alone. */
  others: number
  /** Images without a class. */
  unlabelled: number
  /** In the order of `classes`. */
  byClass: ClassCounts[]
  /** Groups of two images or more. */
  groups: number
  exactPairs: number
  nearPairs: number
  leakingPairs: number
}

export interface SnapshotDescription extends Size {
  file: 'pixels.u8'
  channels: 1 | 3
  images: number
  /** Of the whole file, hexadecimal. */
  sha256: string
  range: IntensityRange
  fit: Fit
  colour: Colour
}

export interface ImportResult {
  kind: SourceKind
  /** In natural order; a label is an index into it. */
  classes: string[]
  counts: ImportCounts
  snapshot: SnapshotDescription
  /** Plain sentences about what is possible with these images. */
  warnings: string[]
  statistics: Statistics
}

/** One line of `images.ndjson`. */
export interface ImageRow {
  /** Place in the snapshot, from 0. */
  position: number
  /** Relative, with `/`: `cat/1.png`, `archive.zip/cat/1.png`, `train-images-idx3-ubyte#17`. */
  path: string
  /** Index into `classes`. */
  label: number | null
  split: Split
  /** The split came with the source. */
  givenSplit: boolean
  /** SHA-256 of the file's bytes, or of the record's pixels. */
  hash: string
  /** Of the original, upright. */
  width: number
  height: number
  channels: number
  bits: number
  format: string
  /** Number of the group of near duplicates that the image belongs to. */
  group: number
}

/** One line of `pairs.ndjson`: images `a` < `b` by position. */
export interface DuplicatePair {
  a: number
  b: number
  kind: 'exact' | 'near'
  /** 0 for exact; otherwise 1 - correlation of the pixels, at best alignment. */
  distance: number
  /** The two lie in different splits. */
  leak: boolean
}
