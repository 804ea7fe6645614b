import type { Evidence, FitImages, PixelReader } from '../../../main/detectors/detector.ts'
import { detectorNamed } from '../../../main/detectors/registry.ts'
import reference from '../fixtures/pixels.json' with { type: 'json' }

export { reference }
export type PixelDetector = keyof typeof reference.scores

/** Values in [0, 1] as a reader gives them. */
export function readerOf(values: Float32Array, side: number): PixelReader {
  const size = side * side
  return {
    count: values.length / size, size, shape: { height: side, width: side, channels: 1 },
    read: (positions) => Float32Array.from({ length: positions.length * size }, (_, i) =>
      values[positions[Math.floor(i / size)] * size + i % size]),
  }
}

export const evidence: Evidence = {
  views: [], pixels: readerOf(Float32Array.from(reference.images, (byte) => byte / 255), reference.side),
}

/** The first images are for training; the rest are normal ones and, at the end, those of no class. */
export const images: FitImages = {
  train: Uint32Array.from({ length: reference.train }, (_, i) => i), validation: new Uint32Array(0),
  classOf: Int32Array.from(reference.labels), classes: reference.classes, seed: 1,
}

/** Scores of the reference's images by a detector that is fitted on them. */
export async function scoresBy(id: PixelDetector, seed = 1): Promise<Float64Array> {
  const detector = detectorNamed(id)
  return detector.score(evidence, await detector.fit(evidence, { ...images, seed }))
}

/** The largest difference, as a share of the largest reference figure. */
export function relativeError(found: ArrayLike<number>, expected: number[]): number {
  const scale = Math.max(...expected.map(Math.abs))
  return Math.max(...expected.map((value, i) => Math.abs(value - found[i]))) / scale
}
