// What leaves as files: reports, models, images, archives.
import type { ReportOptions } from '../../contract/reports.ts'
import type { Metrics } from '../../contract/scores.ts'
import type { VerdictKind } from '../../contract/verdicts.ts'
import type { Agreement } from '../../exports/agreement.ts'
import type { ModelFacts } from '../../exports/modelCard.ts'
import type { ReportFindings } from '../../reports/findings.ts'
import type { RunImages } from './images.ts'
import type { MemberFiles } from './members.ts'

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
  summary: Record<string, unknown>; findings: ReportFindings; options: ReportOptions
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

export interface ExportResult { files: string[]; agreement: Agreement }
