import sharp from 'sharp'
import type { IntensityRange } from './importRequest.ts'
import { decode } from './pictures/decode.ts'
import { HEAD_BYTES, readHeader } from './pictures/header.ts'
import type { Header } from './pictures/header.ts'

/** An original as an import recorded it. Its sides are those of the upright picture. */
export interface Original {
  path: string
  width: number
  height: number
}

/**
 * Pictures with at most so many pixels a side are kept exactly: data sets of 28 x 28 are looked at pixel by
 * pixel.
 */
export const EXACT_SIDE = 64
const QUALITY = 80

/**
 * An original as WebP in its own proportions, its longer side at most `size` pixels, never enlarged.
 * @param bytes the file's, or a record's pixels
 * @param range intensities of more than 8 bits that become black and white
 * @throws PictureProblem for what cannot be decoded
 */
export async function thumbnailOf(
  bytes: Buffer,
  original: Original,
  size: number,
  range: IntensityRange,
): Promise<Buffer> {
  const header =
    headerOfRecord(bytes, original) ?? (await readHeader(bytes.subarray(0, HEAD_BYTES), async () => bytes))
  const scale = Math.min(1, size / Math.max(header.width, header.height))
  const [width, height] = [header.width, header.height].map((side) => Math.max(1, Math.round(side * scale)))
  const { pixels, channels } = await decode(bytes, header, { width, height, fit: 'stretch', range })
  const lossless = Math.max(width, height) <= EXACT_SIDE
  return sharp(pixels, { raw: { width, height, channels } }).webp({ lossless, quality: QUALITY }).toBuffer()
}

/** A record (`train-images-idx3-ubyte#17`) has no header: its length says how many channels it has. */
function headerOfRecord(bytes: Buffer, { path, width, height }: Original): Header | undefined {
  const channels = bytes.length / (width * height)
  if (!/#\d+$/.test(path) || (channels !== 1 && channels !== 3)) return undefined
  return { format: 'record', width, height, channels, bits: 8, grey: channels === 1, wide: false }
}
