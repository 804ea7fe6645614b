import type { ReportOptions } from '../../contract/reports.ts'
import type { RankedImage } from '../../contract/scores.ts'
import type { ReportCounts } from '../counts.ts'
import type { ReportFindings } from '../findings.ts'
import type { ReportInput } from '../reportInput.ts'
import type { SummaryView } from '../reportSummary.ts'
import type { Thumbnail } from '../thumbnail.ts'

/** An image of the gallery, with its thumbnail, the reason why its original could not be read again, or null for none. */
export interface GalleryImage extends RankedImage {
  thumbnail: Thumbnail | { problem: string } | null
}

/** The images with the highest scores, and the highest of known classes that are not among them. */
export interface Gallery {
  all: GalleryImage[]
  known: GalleryImage[]
}

/** Everything that the page is made from. */
export interface PageContent {
  input: ReportInput
  counts: ReportCounts
  view: SummaryView
  gallery: Gallery
  findings: ReportFindings
  options: ReportOptions
  /** How many thumbnails had no room. */
  omitted: number
}
