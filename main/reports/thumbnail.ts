import type { ImageRow, IntensityRange } from '../datasets/importRequest.ts'
import { EXACT_SIDE, thumbnailOf } from '../datasets/thumbnails.ts'

/**
 * A small picture as a data URI. `smooth`: it may be scaled smoothly; very small images show their pixels.
 */
export interface Thumbnail {
  uri: string
  smooth: boolean
}

/** Longer sides than this are scaled down; twice what a tile of the page is wide. */
const LONGEST = 256

/**
 * An original's thumbnail for a page that holds everything itself.
 * @throws PictureProblem for what cannot be decoded
 */
export async function embeddedThumbnail(bytes: Buffer, row: ImageRow, range: IntensityRange): Promise<Thumbnail> {
  const webp = await thumbnailOf(bytes, row, LONGEST, range)
  return { uri: `data:image/webp;base64,${webp.toString('base64')}`, smooth: Math.max(row.width, row.height) > EXACT_SIDE }
}
