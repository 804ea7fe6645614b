import { PictureProblem } from '../problems.ts'

const CUT_OFF = /premature end|out of data|read gave \d+ warnings|VipsJpeg: |truncated|unexpected end|not enough data|short read|end of stream|EOF/i
const TOO_LARGE = /exceeds pixel limit/i

/** libvips' complaint about one image, in plain words. */
export function explained(error: unknown): unknown {
  if (error instanceof PictureProblem || !(error instanceof Error)) return error
  if (TOO_LARGE.test(error.message)) return new PictureProblem('too-large', 'It has more pixels than the limit.')
  if (CUT_OFF.test(error.message)) return new PictureProblem('cut-off', 'The file is cut off: its end is missing.')
  return new PictureProblem('damaged', 'The file is damaged: its content cannot be decoded.')
}
