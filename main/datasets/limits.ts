import { PictureProblem } from './problems.ts'

/** An image file above this is not opened. */
export const MAXIMUM_FILE_BYTES = 512 * 1024 * 1024
/** Width times height of an original; decoding it takes up to 8 bytes a pixel. */
export const MAXIMUM_PIXELS = 100_000_000
/**
 * What an archive says that it holds, unpacked: at most this many times its own size, and a floor for small
 * ones.
 */
export const MAXIMUM_ZIP_RATIO = 100
export const MINIMUM_ZIP_ALLOWANCE = 64 * 1024 * 1024
/** Sides of a snapshot. */
export const SMALLEST_SIDE = 16
export const LARGEST_SIDE = 256
/** Folders inside folders. */
export const MAXIMUM_DEPTH = 64

export function tooManyBytes(bytes: number): PictureProblem {
  const limit = MAXIMUM_FILE_BYTES / 1024 ** 2
  const size = Math.round(bytes / 1024 ** 2).toLocaleString('en')
  return new PictureProblem('too-large', `The file has ${size} MB; the limit is ${limit} MB.`)
}

export function tooManyPixels(width: number, height: number): PictureProblem {
  const sides = `${width.toLocaleString('en')} x ${height.toLocaleString('en')}`
  const limit = MAXIMUM_PIXELS / 1e6
  return new PictureProblem('too-large', `It has ${sides} pixels; the limit is ${limit} million.`)
}
