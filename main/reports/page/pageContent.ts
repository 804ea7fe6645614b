import type { RankedImage } from '../../contract/scores.ts'
import type { ReportCounts } from '../counts.ts'
import type { ReportInput } from '../reportInput.ts'
import type { SummaryView } from '../reportSummary.ts'
import type { Thumbnail } from '../thumbnail.ts'

/** An image of the gallery, with its thumbnail or the reason why its original could not be read again. */
export interface GalleryImage extends RankedImage {
  thumbnail: Thumbnail | { problem: string }
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
}
