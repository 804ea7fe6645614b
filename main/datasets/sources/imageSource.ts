import type { Problem } from '../problems.ts'
import type { SourceKind, Split } from '../importRequest.ts'

/** Pixels without a file around them: a record of IDX or of CIFAR-10. */
export interface RecordShape {
  height: number
  width: number
  channels: 1 | 3
}

export interface FoundImage {
  /** Relative to the source, with `/`, as it is stored. */
  path: string
  className: string | null
  split: Split | null
  /** Set for a record: `read` then gives its pixels, row by row, channels last. */
  record?: RecordShape
}

export type Found = { image: FoundImage } | { problem: Problem } | { other: string }

/** Where images come from. It is only ever read. */
export interface ImageSource {
  readonly kind: SourceKind
  /** Sentences about how the source was understood. */
  readonly notes: string[]
  /** Every image, in an order that depends on names only. */
  find(): AsyncIterable<Found>
  /**
   * A file's bytes (or the first `limit`), or a record's pixels. Throws `PictureProblem` or the system's
   * error.
   */
  read(path: string, limit?: number): Promise<Buffer>
  close(): Promise<void>
}
