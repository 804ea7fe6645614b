import type { RowBatches } from '../../linear/rowBatches.ts'
import type { PixelReader } from '../detector.ts'

/** Pixels that are read and scored at once: 8 MB. */
const BATCH = 2 ** 21

/** Some of the images as the rows of a matrix. */
export function pixelRows(pixels: PixelReader, positions: Uint32Array): RowBatches {
  return {
    count: positions.length, width: pixels.size,
    read: (start, end) => pixels.read(positions.subarray(start, end)),
  }
}

/** Scores all images, some at a time. @param scoresOf gives one number for each image of a batch (images x size, flat) */
export async function scoreInBatches(
  pixels: PixelReader, scoresOf: (batch: Float32Array) => Float64Array | Promise<Float64Array>,
): Promise<Float64Array> {
  const scores = new Float64Array(pixels.count)
  const images = Math.max(1, Math.floor(BATCH / pixels.size))
  const positions = Uint32Array.from({ length: pixels.count }, (_, i) => i)
  for (let start = 0; start < pixels.count; start += images) {
    scores.set(await scoresOf(pixels.read(positions.subarray(start, start + images))), start)
  }
  return scores
}
