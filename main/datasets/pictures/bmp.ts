import { decode } from 'bmp-ts'
import { MAXIMUM_PIXELS, tooManyPixels } from '../limits.ts'
import { PictureProblem } from '../problems.ts'
import type { Header } from './header.ts'
import { cutOff } from './decodingErrors.ts'

const HEADER_END = 34

/** Sides and depth of a BMP (Windows bitmap, any header from 40 bytes on). Throws `PictureProblem`. */
export function readBmpHeader(head: Buffer): Header {
  if (head.length < HEADER_END) throw cutOff()
  if (head.readUInt32LE(14) < 40)
    throw new PictureProblem('unsupported', 'It is a BMP of OS/2. Save it as PNG.')
  const width = Math.abs(head.readInt32LE(18))
  const height = Math.abs(head.readInt32LE(22))
  if (width * height === 0) throw new PictureProblem('damaged', 'Its header says that it has no pixels.')
  const depth = head.readUInt16LE(28)
  const channels = depth === 32 ? 4 : 3
  return { format: 'bmp', width, height, channels, bits: depth < 8 ? depth : 8, grey: false, wide: false }
}

/**
 * RGB pixels, row by row. A fourth channel is ignored: most writers leave it 0, which would mean invisible.
 */
export function decodeBmp(bytes: Buffer): { pixels: Uint8Array; width: number; height: number } {
  const { width, height } = readBmpHeader(bytes)
  // The decoder reserves width x height before it looks at the data.
  if (width * height > MAXIMUM_PIXELS) throw tooManyPixels(width, height)
  refuseCutOff(bytes, width, height)
  const { data } = decodeOrExplain(bytes)
  const pixels = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = data[from]
    pixels[to + 1] = data[from + 1]
    pixels[to + 2] = data[from + 2]
  }
  return { pixels, width, height }
}

/** Uncompressed rows are padded to four bytes; the decoder would fill what is missing with black. */
function refuseCutOff(bytes: Buffer, width: number, height: number): void {
  const compression = bytes.readUInt32LE(30)
  const row = Math.ceil((width * bytes.readUInt16LE(28)) / 32) * 4
  const isRunLength = compression === 1 || compression === 2
  if (isRunLength || bytes.length >= bytes.readUInt32LE(10) + row * height) return
  throw cutOff()
}

function decodeOrExplain(bytes: Buffer): { data: Buffer } {
  try {
    return decode(bytes, { toRGBA: true })
  } catch (error) {
    const message = 'The file is damaged, or is a BMP of a rare kind. Save it as PNG.'
    throw error instanceof Error ? new PictureProblem('damaged', message) : error
  }
}
