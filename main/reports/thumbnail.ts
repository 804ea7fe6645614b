import sharp from 'sharp'
import type { ImageRow, IntensityRange } from '../datasets/importRequest.ts'
import { decode } from '../datasets/pictures/decode.ts'
import { HEAD_BYTES, readHeader } from '../datasets/pictures/header.ts'
import type { Header } from '../datasets/pictures/header.ts'

/**
 * A small picture as a data URI. `smooth`: it may be scaled smoothly; very small images show their pixels.
 */
export interface Thumbnail {
  uri: string
  smooth: boolean
}

/** Longer sides than this are scaled down; twice what a tile of the page is wide. */
const longest = 256
const fewPixels = 64

/**
 * Makes a thumbnail of an original, in its own proportions and never larger than it is.
 * @param row what the import found out about it; its size matters for records, which have no header
 * @param range intensities of more than 8 bits that become black and white
 * @throws PictureProblem for what cannot be decoded
 */
export async function thumbnailOf(bytes: Buffer, row: ImageRow, range: IntensityRange): Promise<Thumbnail> {
  const header = row.format === 'record' ? headerOfRecord(row) : await headerOf(bytes)
  const scale = Math.min(1, longest / Math.max(header.width, header.height))
  const [width, height] = [header.width, header.height].map((side) => Math.max(1, Math.round(side * scale)))
  const { pixels, channels } = await decode(bytes, header, { width, height, fit: 'stretch', range })
  const image = sharp(pixels, { raw: { width, height, channels } })
  if (Math.max(width, height) <= fewPixels)
    return { uri: dataUri('png', await image.png().toBuffer()), smooth: false }
  return { uri: dataUri('jpeg', await image.jpeg({ quality: 82 }).toBuffer()), smooth: true }
}

async function headerOf(bytes: Buffer): Promise<Header> {
  return readHeader(bytes.subarray(0, HEAD_BYTES), async () => bytes)
}

function headerOfRecord({ width, height, channels }: ImageRow): Header {
  return { format: 'record', width, height, channels, bits: 8, grey: channels === 1, wide: false }
}

function dataUri(format: 'png' | 'jpeg', bytes: Buffer): string {
  return `data:image/${format};base64,${bytes.toString('base64')}`
}
