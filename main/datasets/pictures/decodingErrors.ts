import { PictureProblem } from '../problems.ts'
import { sniff } from './formats.ts'

const CUT_OFF = /premature end|unexpected end|end of file/i
const TOO_LARGE = /exceeds pixel limit/i

/** libvips' complaint about one image's bytes, in plain words. Other errors come back as they are. */
export function explained(error: unknown, bytes: Buffer): unknown {
  if (error instanceof PictureProblem || !(error instanceof Error) || isOurs(error)) return error
  if (TOO_LARGE.test(error.message))
    return new PictureProblem('too-large', 'It has more pixels than the limit.')
  if (CUT_OFF.test(error.message) || endsEarly(bytes)) return cutOff()
  return damaged()
}

export function cutOff(): PictureProblem {
  return new PictureProblem('cut-off', 'The file is cut off: its end is missing.')
}

export function damaged(): PictureProblem {
  return new PictureProblem('damaged', 'The file is damaged: its content cannot be decoded.')
}

function isOurs(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
}

/** Does the file's own structure announce more than there is? */
function endsEarly(bytes: Buffer): boolean {
  const format = sniff(bytes)
  if (format === 'png') return bytes.lastIndexOf('IEND', undefined, 'latin1') < 0
  if (format === 'webp') return bytes.length < 8 || bytes.readUInt32LE(4) + 8 > bytes.length
  if (format === 'avif') return boxesEndEarly(bytes)
  if (format !== 'tiff' || bytes.length < 8) return false
  const firstDirectory = bytes[0] === 0x49 ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4)
  return firstDirectory >= bytes.length
}

/** ISO/IEC 14496-12: boxes follow one another, each with its size first; 0 reaches to the end. */
function boxesEndEarly(bytes: Buffer): boolean {
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at)
    if (size < 8) return false
    at += size
  }
  return at !== bytes.length
}
