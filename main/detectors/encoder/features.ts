import type { Evidence, FeatureMatrix } from '../detector.ts'

/** The features that a detector reads; they are there where its description says that it needs an encoder. */
export function featuresOf({ features }: Evidence): FeatureMatrix {
  if (!features) throw new Error('The features of an encoder are missing.')
  return features
}

/** The i-th row of a matrix. */
export function rowOf<T extends Float32Array | Float64Array>(values: T, width: number, i: number): T {
  return values.subarray(i * width, (i + 1) * width) as T
}
