import type { IntensityRange } from '../importRequest.ts'
import type { Header } from './header.ts'
import { opened, raw } from './decode.ts'
import { explained } from './decodingErrors.ts'

/** 8-bit images need no range: theirs is the whole of it. */
export const BYTE_RANGE: IntensityRange = [0, 255]

/** Lowest and highest value of a 16-bit image, over all channels, at full size. Throws `PictureProblem`. */
export async function rangeOf(bytes: Buffer, header: Header): Promise<IntensityRange> {
  try {
    const { data } = await raw(opened(bytes, header), header)
    return extremes(new Uint16Array(data.buffer, data.byteOffset, data.length / 2))
  } catch (error) {
    throw explained(error, bytes)
  }
}

function extremes(values: Uint16Array): IntensityRange {
  let low = 65_535
  let high = 0
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** The range that covers both. */
export function union(a: IntensityRange | undefined, b: IntensityRange): IntensityRange {
  return a ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : b
}
