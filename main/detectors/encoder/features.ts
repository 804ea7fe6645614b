import type { Evidence, FeatureMatrix } from '../detector.ts'

/** The features that a detector reads; they are there where its description says that it needs an encoder. */
export function featuresOf({ features }: Evidence): FeatureMatrix {
  if (!features) throw new Error('The features of an encoder are missing.')
  return features
}

/** f / |f| of some images, or of all; a vector of zeros stays one. */
export function unitVectors({ width, values }: FeatureMatrix, rows?: Uint32Array): Float32Array {
  const count = rows?.length ?? values.length / width
  const units = new Float32Array(count * width)
  for (let i = 0; i < count; i++) {
    const vector = rowOf(values, width, rows ? rows[i] : i)
    const length = Math.hypot(...vector) || 1
    for (let j = 0; j < width; j++) units[i * width + j] = vector[j] / length
  }
  return units
}

/** The i-th row of a matrix. */
export function rowOf<T extends Float32Array | Float64Array>(values: T, width: number, i: number): T {
  return values.subarray(i * width, (i + 1) * width) as T
}
