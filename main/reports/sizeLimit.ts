import { reportPage } from './page/page.ts'
import type { Gallery, GalleryImage, PageContent } from './page/pageContent.ts'

/** The page with as many thumbnails, from the first on, as its size allows. */
export interface FittedPage { page: string; omitted: number; bytes: number }

/** @returns a page of at most `options.maxMegabytes`, or one without thumbnails where even that is larger */
export function fittedPage(content: Omit<PageContent, 'omitted'>): FittedPage {
  const limit = content.options.maxMegabytes * 1e6
  const all = thumbnailBytes(content.gallery)
  let kept = all.length
  for (;;) {
    const omitted = all.length - kept
    const page = reportPage({ ...content, gallery: firstThumbnails(content.gallery, kept), omitted })
    const bytes = Buffer.byteLength(page)
    if (bytes <= limit || kept === 0) return { page, omitted, bytes }
    kept = fewer(all.slice(0, kept), bytes - limit)
  }
}

/** How many remain when so many bytes, or at least one thumbnail, are taken from the end. */
function fewer(sizes: number[], excess: number): number {
  let [left, freed] = [sizes.length, 0]
  while (left > 0 && freed < excess) freed += sizes[--left]
  return left
}

const hasPicture = ({ thumbnail }: GalleryImage) => thumbnail !== null && 'uri' in thumbnail

function thumbnailBytes({ all, known }: Gallery): number[] {
  return [...all, ...known].flatMap(({ thumbnail }) => (thumbnail && 'uri' in thumbnail ? [thumbnail.uri.length] : []))
}

function firstThumbnails({ all, known }: Gallery, most: number): Gallery {
  let count = 0
  const kept = (image: GalleryImage): GalleryImage => (hasPicture(image) && count++ >= most ? { ...image, thumbnail: null } : image)
  return { all: all.map(kept), known: known.map(kept) }
}
