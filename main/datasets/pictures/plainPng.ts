import { crc32, inflateSync } from 'node:zlib'
import type { Header } from './header.ts'
import { cutOff, damaged } from './decodingErrors.ts'
import { FILTERS } from './pngFilters.ts'

/*
 * Small PNGs as data sets have them (8 bit, grey or RGB, not interlaced, no palette, transparency or colour
 * profile), read in about a tenth of the time that libvips needs to set itself up. Everything else is left to
 * libvips. The format: PNG, 3rd edition, W3C 2025; the filters are its section 9.
 */

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const IHDR_END = 33
const LARGEST_PLAIN = 65_536 // pixels; beyond it libvips is as quick
const LEFT_TO_LIBVIPS = new Set(['tRNS', 'iCCP', 'PLTE', 'eXIf', 'sBIT'])

/** The header where the file is such a PNG; undefined for any other content. */
export function readPlainPngHeader(head: Buffer): Header | undefined {
  if (head.length < IHDR_END || !head.subarray(0, 8).equals(SIGNATURE)) return undefined
  const width = head.readUInt32BE(16)
  const height = head.readUInt32BE(20)
  const [bits, colour, compression, filter, interlace] = head.subarray(24, 29)
  const plain = bits === 8 && (colour === 0 || colour === 2) && compression + filter + interlace === 0
  if (!plain || width * height === 0 || width * height > LARGEST_PLAIN) return undefined
  if (hasOtherChunks(head)) return undefined
  return { format: 'png', width, height, channels: colour + 1, bits, grey: colour === 0, wide: false, plain }
}

function hasOtherChunks(head: Buffer): boolean {
  for (let at = IHDR_END; at + 8 <= head.length; at += 12 + head.readUInt32BE(at)) {
    const type = head.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') return false
    if (LEFT_TO_LIBVIPS.has(type)) return true
  }
  return true
}

/** Pixels row by row, channels last, of a PNG that `readPlainPngHeader` took. Throws `PictureProblem`. */
export function decodePlainPng(bytes: Buffer, header: Header): Uint8Array {
  const stride = header.width * header.channels
  const length = (stride + 1) * header.height
  const filtered = inflate(imageData(bytes), length)
  if (filtered.length < length) throw cutOff()
  return unfilter(filtered, header.height, stride, header.channels)
}

function imageData(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw cutOff()
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) throw cutOff()
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') break
    if (type === 'IDAT') parts.push(checked(bytes, at, end))
    at = end + 4
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts)
}

function checked(bytes: Buffer, at: number, end: number): Buffer {
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw damaged()
  return bytes.subarray(at + 8, end)
}

function inflate(data: Buffer, length: number): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: length, chunkSize: Math.max(64, length) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? cutOff() : damaged()
  }
}

function unfilter(filtered: Buffer, height: number, stride: number, step: number): Uint8Array {
  const pixels = new Uint8Array(height * stride)
  for (let y = 0; y < height; y += 1) {
    const rule = FILTERS[filtered[y * (stride + 1)]]
    if (!rule) throw damaged()
    rule(filtered, y * (stride + 1) + 1, pixels, y * stride, stride, step)
  }
  return pixels
}
