import sharp from 'sharp'
import type { Metadata } from 'sharp'
import { MAXIMUM_PIXELS, tooManyPixels } from '../limits.ts'
import { PictureProblem } from '../problems.ts'
import { readBmpHeader } from './bmp.ts'
import type { Format } from './formats.ts'
import { sniff, sniffUnread } from './formats.ts'
import { readPlainPngHeader } from './plainPng.ts'
import { explained } from './decodingErrors.ts'

/** What is known of an original before it is decoded. Sides are those of the upright picture. */
export interface Header {
  format: Format | 'record'
  width: number
  height: number
  /** With alpha. */
  channels: number
  /** Of one channel. */
  bits: number
  /** The file says that it has no colour. */
  grey: boolean
  /** More than 8 bits: the intensity range decides how it becomes 8. */
  wide: boolean
  /** A PNG that our own quick reader takes. */
  plain?: boolean
}

/** Bytes that hold nearly every header. */
export const HEAD_BYTES = 65_536

/**
 * The header of an image file, by its content and never by its name.
 * `head` is its first `HEAD_BYTES`; `whole` is asked where they do not suffice. Throws `PictureProblem`.
 */
export async function readHeader(head: Buffer, whole: () => Promise<Buffer>): Promise<Header> {
  const header = readPlainPngHeader(head) ?? (await readAnyHeader(head, whole))
  if (header.width * header.height > MAXIMUM_PIXELS) throw tooManyPixels(header.width, header.height)
  return header
}

async function readAnyHeader(head: Buffer, whole: () => Promise<Buffer>): Promise<Header> {
  if (head.length === 0) throw new PictureProblem('empty', 'The file is empty.')
  const format = sniff(head)
  if (!format) throw notAnImage(head)
  if (format === 'bmp') return readBmpHeader(head)
  const first = await readWithSharp(head, format)
  if (!(first instanceof PictureProblem)) return first
  const header = head.length < HEAD_BYTES ? first : await readWithSharp(await whole(), format)
  if (header instanceof PictureProblem) throw header
  return header
}

/** The header, or why it cannot be read from these bytes. */
async function readWithSharp(bytes: Buffer, format: Format): Promise<Header | PictureProblem> {
  try {
    return toHeader(await sharp(bytes, { limitInputPixels: false }).metadata(), format)
  } catch (error) {
    const problem = explained(error, bytes)
    if (problem instanceof PictureProblem) return problem
    throw problem
  }
}

function toHeader(meta: Metadata, format: Format): Header {
  const { width, height } = meta.autoOrient
  if (width * height > MAXIMUM_PIXELS) throw tooManyPixels(width, height)
  return { format, width, height, channels: meta.channels, ...depth(meta), grey: isGrey(meta) }
}

function isGrey(meta: Metadata): boolean {
  return meta.space === 'b-w' || meta.space === 'grey16'
}

function depth(meta: Metadata): { bits: number; wide: boolean } {
  if (meta.depth === 'uchar') return { bits: Math.min(8, meta.bitsPerSample ?? 8), wide: false }
  if (meta.depth === 'ushort') return { bits: 16, wide: true }
  throw new PictureProblem(
    'unsupported',
    'Its pixels are neither 8 nor 16 bit whole numbers. Save it as 16 bit.',
  )
}

function notAnImage(head: Buffer): PictureProblem {
  const name = sniffUnread(head)
  if (name)
    return new PictureProblem('unsupported', `It is ${name}, which is not read. Save it as PNG or JPEG.`)
  const looksLike = head.subarray(0, 512).includes(0)
    ? 'its content is of some other kind'
    : 'it contains text'
  return new PictureProblem('not-an-image', `It is not an image, whatever its name says: ${looksLike}.`)
}
