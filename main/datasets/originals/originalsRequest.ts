import type { NamedPaths } from './namedPaths.ts'

/** What to compare with what: the import's own words for its source, its rows and its problems. */
export interface OriginalsRequest {
  source: string
  sourceKind: string
  unlabelled: boolean
  /** `images.ndjson` of the import. */
  rows: string
  classNames: string[]
  /** Paths of files that the import could not use. */
  problems: string[]
  /** When the import began, in milliseconds. */
  imported: number
  /** How many files are read at most of those written since; null reads every file. */
  mostRead: number | null
  /** How many paths of each kind are named at most. */
  mostNamed: number
}

export interface OriginalsProgress {
  phase: 'listing' | 'comparing'
  done: number
  total: number | null
}

/** Paths of images or files that are not as they were; `relabelled` have another class or another given split. */
export interface ChangedPaths {
  added: NamedPaths
  removed: NamedPaths
  changed: NamedPaths
  relabelled: NamedPaths
}
